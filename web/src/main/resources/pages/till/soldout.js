// What the store has: each item on sale, sold out for today, or sold out until told otherwise.
import { html, nothing, redraw } from '../kit/frame.js';
import { clock, dayOf } from '../kit/won.js';
import { t } from '../kit/words.js';
import { desk, loadMenu, nameOf, setAvailability, tomorrow } from './desk.js';

const CATEGORIES = ['DRINK', 'FOOD', 'PRODUCT'];
const STATES = ['on', 'today', 'told'];
let sought = '';

const stateOf = item => item.available !== false ? 'on' : item.soldOutUntil ? 'today' : 'told';

const change = (item, to) => setAvailability(item.menuItemId, { available: to === 'on', until: to === 'today' ? tomorrow() : null });

const until = item => stateOf(item) === 'today' && dayOf(item.soldOutUntil) === dayOf(desk.link.now())
  ? html` <span class="soft small">${t('till.soldout.until', { time: clock(item.soldOutUntil) })}</span>` : nothing;

const row = item => html`<li class="spread soldout-row ${stateOf(item)}" data-item=${item.menuItemId}>
  <span><span class="strong">${nameOf(item)}</span>${until(item)}</span>
  <span class="seg" role="group" aria-label=${nameOf(item)}>${STATES.map(state => html`
    <button class="btn" data-state=${state} aria-pressed=${stateOf(item) === state} @click=${() => change(item, state)}>${t(`till.soldout.${state}`)}</button>`)}</span>
</li>`;

const matches = item => !sought || `${item.name} ${item.englishName}`.toLowerCase().includes(sought);

function category(name) {
  const items = [...desk.menu.values()].filter(item => item.category === name && matches(item));
  return items.length ? html`<section class="stack"><h3>${t(`till.category.${name}`)}</h3><ul class="list">${items.map(row)}</ul></section>` : nothing;
}

function menu() {
  if (desk.menuFailed) return html`<div class="note note-bad spread"><span>${t('till.soldout.menu')}</span><button class="btn" @click=${loadMenu}>${t('kit.retry')}</button></div>`;
  if (!desk.menu.size) return html`<div class="skeleton" role="status"><span class="visually-hidden">${t('kit.loading')}</span></div>`;
  return CATEGORIES.map(category);
}

/** The screen. */
export function soldOut() {
  const gone = [...desk.menu.values()].filter(item => item.available === false).length;
  return html`<div class="page stack">
    <div class="spread wrap"><h2 class="page-title">${t('till.tab.soldout')} <span class="pill ${gone ? 'pill-warn' : ''}">${t('till.soldout.count', { n: gone })}</span></h2>
      <div class="field"><label for="sought">${t('till.soldout.find')}</label><input id="sought" type="search" autocomplete="off" @input=${event => {
        sought = event.target.value.trim().toLowerCase();
        redraw();
      }}></div></div>
    ${menu()}</div>`;
}

addEventListener('hashchange', () => location.hash === '#soldout' && loadMenu());
