// Lines of an order in words.
import { html } from '../kit/frame.js';
import { won } from '../kit/won.js';
import { language } from '../kit/words.js';

const nameOf = line => language() === 'en' && line.englishName ? line.englishName : line.name;
const choicesOf = line => (line.choices ?? Object.values(line.options ?? {})).join(' · ');

/** In one line: `2 아메리카노, 1 크루아상`. */
export const linesText = lines => lines.map(line => `${nameOf(line)} ${line.quantity}`).join(', ');

/** A list with choices and prices. */
export const linesView = lines => html`<ul class="list">${lines.map(line => html`<li class="spread"><span class="stack tight"><span><strong class="num">${line.quantity}×</strong> ${nameOf(line)}</span>
  <span class="soft small">${choicesOf(line)}</span></span><span class="num">${won(line.priceKrw * line.quantity)}</span></li>`)}</ul>`;
