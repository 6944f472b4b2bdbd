// One store: where it is, when it opens, how long it takes, and its menu with its own prices.
import { html, nothing, repeat } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { clock, day, won } from '../kit/won.js';
import { language, t } from '../kit/words.js';
import { icon } from './icons.js';
import { picture } from './picture.js';
import { read } from './shop.js';

/** Days of the week as the API names them. */
const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const CATEGORIES = ['DRINK', 'FOOD', 'PRODUCT'];

export const storeOf = id => load(`store:${id}`, () => read(`/stores/${encodeURIComponent(id)}`), { fresh: 20_000 });

/** The whole menu of a store, with price and availability there. */
export const menuOf = id => load(`menu:${id}`, async () => (await read(`/menu?storeId=${encodeURIComponent(id)}&full=true&limit=100`)).items, { fresh: 30_000 });

/** An item with its options as a store sells it. */
export const itemOf = (storeId, itemId) => load(`item:${storeId}:${itemId}`,
  () => read(`/menu/${encodeURIComponent(itemId)}${storeId ? `?storeId=${encodeURIComponent(storeId)}` : ''}`));

export const nameOf = item => language() === 'en' && item.englishName ? item.englishName : item.name;

function whyClosed(store) {
  const { opensAt, pausedUntil } = store;
  if (!opensAt) return t('shop.closedNow');
  return opensAt === pausedUntil ? t('shop.paused', { time: clock(opensAt) }) : t('shop.opensAt', { day: day(opensAt), time: clock(opensAt) });
}

const hours = hours => hours && Object.keys(hours).length ? html`<details><summary>${t('shop.hours')}</summary><dl class="hours">
  ${DAYS.filter(day => hours[day]).map(day => html`<div class="spread"><dt>${t(`shop.day.${day}`)}</dt><dd class="num">${hours[day].opens}–${hours[day].closes}</dd></div>`)}</dl></details>` : nothing;

const wait = store => store.open && store.queue ? html`<p class="note">${t('shop.wait', { minutes: store.queue.minutes, ahead: store.queue.waiting + store.queue.making })}</p>` : nothing;

const facts = store => html`
  <section class="stack">
    <div class="spread"><h1>${store.name}</h1>${store.open ? html`<span class="pill pill-ok">${t('shop.open')}</span>` : html`<span class="pill pill-bad">${t('shop.closed')}</span>`}</div>
    <p class="soft">${store.address}${store.directions ? html`<br>${store.directions}` : nothing}</p>
    ${store.description ? html`<p>${store.description}</p>` : nothing}
    ${store.open ? wait(store) : html`<p class="note note-warn">${whyClosed(store)}</p>`}
    <div class="row">${store.phone ? html`<a class="btn" href="tel:${store.phone.replace(/[^+0-9]/g, '')}">${icon('phone')} ${store.phone}</a>` : nothing}
      <a class="btn" target="_blank" rel="noopener" href="https://www.google.com/maps/search/?api=1&query=${store.location.latitude},${store.location.longitude}">${t('shop.map')}</a></div>
    ${hours(store.orderingHours ?? store.openingHours)}
  </section>`;

const gone = item => item.available === false;

const row = (storeId, item) => html`<li><a class="menu-row ${gone(item) ? 'gone' : ''}" href="#stores/${storeId}/${item.menuItemId}">
  ${picture(item.thumbnailUrl, item.name)}
  <span class="grow stack tight"><strong>${nameOf(item)}</strong><span class="num">${won(item.priceKrw)}</span>
    ${gone(item) ? html`<span class="pill">${t('shop.soldOut')}</span>` : item.remaining ? html`<span class="pill pill-warn">${t('shop.remaining', { n: item.remaining })}</span>` : nothing}</span>
  <span aria-hidden="true">›</span></a></li>`;

const shelf = (storeId, category, items) => items.length ? html`<section class="stack"><h2>${t(`shop.category.${category}`)}</h2>
  <ul class="list">${repeat(items, item => item.menuItemId, item => row(storeId, item))}</ul></section>` : nothing;

export function menuScreen(id) {
  return html`<a class="back" href="#stores">‹ ${t('shop.stores')}</a>
    ${shown(`store:${id}`, storeOf(id), facts)}
    ${shown(`menu:${id}`, menuOf(id), items => CATEGORIES.map(category => shelf(id, category, items.filter(item => item.category === category))))}`;
}
