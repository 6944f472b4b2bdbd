// A picture, or the first letter on a tint where there is none or it does not load.
import { html, nothing } from '../kit/frame.js';

const tints = 6;
const tintOf = name => [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % tints;
const isSafe = url => typeof url === 'string' && /^https:\/\//.test(url);

/** Decorative: the name stands beside it. */
export const picture = (url, name, kind = '') => html`<span class="picture tint-${tintOf(name)} ${kind}" aria-hidden="true">
  <span>${[...name.trim()][0] ?? '·'}</span>
  ${isSafe(url) ? html`<img src=${url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${event => event.target.hidden = true}>` : nothing}
</span>`;
