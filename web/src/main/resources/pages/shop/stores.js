// Stores, the open ones first; near the buyer only on a tap, and only to about a hundred metres.
import { html, nothing, redraw, repeat, toast } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { clock, day } from '../kit/won.js';
import { t } from '../kit/words.js';
import { icon } from './icons.js';
import { picture } from './picture.js';
import { read } from './shop.js';

let near = null, locating = false;

const rounded = degrees => degrees.toFixed(3);

function locate() {
  locating = true;
  navigator.geolocation.getCurrentPosition(found => {
    near = `${rounded(found.coords.latitude)},${rounded(found.coords.longitude)}`;
    locating = false;
    redraw();
  }, () => {
    locating = false;
    toast(t('shop.stores.nowhere'), { kind: 'bad' });
  }, { timeout: 10_000, maximumAge: 300_000 });
  redraw();
}

const address = () => `/stores?limit=100${near ? `&near=${near}` : ''}`;

const openFirst = (a, b) => Number(b.open) - Number(a.open);

const card = store => html`<li><a class="store-card card" href="#stores/${store.storeId}">
  ${picture(store.thumbnailUrl, store.name)}
  <span class="grow stack tight">
    <strong>${store.name}</strong><span class="soft small">${store.address}</span>
    <span>${store.open ? html`<span class="pill pill-ok">${t('shop.open')}</span>` : html`<span class="pill">${t('shop.closed')}</span>`}
      ${store.opensAt ? html`<span class="small">${t('shop.opens', { day: day(store.opensAt), time: clock(store.opensAt) })}</span>` : nothing}</span>
  </span><span aria-hidden="true">›</span></a></li>`;

const list = stores => stores.length === 0
  ? html`<div class="empty">${icon('stores', 'icon big')}<p>${t('shop.stores.none')}</p></div>`
  : html`<ul class="stack">${repeat([...stores].sort(openFirst), store => store.storeId, card)}</ul>`;

export function storesScreen() {
  const key = `stores:${near}`;
  return html`
    <header class="spread"><h1>${t('shop.stores')}</h1>
      ${'geolocation' in navigator ? html`<button class="btn" aria-pressed=${near ? 'true' : 'false'} ?disabled=${locating}
        @click=${() => near ? (near = null, redraw()) : locate()}>${icon('near')} ${t('shop.stores.near')}</button>` : nothing}</header>
    ${shown(key, load(key, () => read(address()), { fresh: 15_000 }), page => list(page.items))}`;
}
