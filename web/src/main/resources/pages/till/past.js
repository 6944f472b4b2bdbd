// Orders that have ended, of a day or by number; those that end or change meanwhile are there at once.
import { explain, path } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { icon } from '../kit/icon.js';
import { addDays, clock, dayOf, startOf, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { desk, nameOf } from './desk.js';
import { orderDialog } from './order.js';

const ENDED = ['FINISHED', 'REFUSED', 'CANCELLED', 'EXPIRED'];
const KINDS = { FINISHED: 'pill-ok', REFUSED: 'pill-bad', CANCELLED: 'pill-warn', EXPIRED: 'pill-bad' };
const state = { storeId: null, day: null, number: '', items: null, cursor: null, trouble: null, busy: false, asked: null };
/** Orders heard of while an answer is awaited, which may be older. */
const heard = [];

const placedAt = order => Date.parse(order.placedAt);

/** Whether an order belongs into what is listed, and not to what is still to be loaded. */
const belongs = order => ENDED.includes(order.status) && dayOf(order.placedAt) === state.day && (!state.number || order.number === state.number)
  && (!state.cursor || placedAt(order) > placedAt(state.items.at(-1)));

/** Puts an order in its place, the latest first, unless something newer of it is listed. */
function take(order) {
  const known = state.items.find(one => one.orderId === order.orderId);
  if (known ? known.version >= order.version : !belongs(order)) return;
  state.items = [...state.items.filter(one => one !== known), order].sort((a, b) => placedAt(b) - placedAt(a));
}

function hear({ type, frame, resumed }) {
  if (type === 'welcome' && !resumed && state.items) load();
  if (type !== 'push' || !frame.t.startsWith('order.')) return;
  if (state.busy) heard.push(frame.d);
  else if (state.items) take(frame.d);
}

async function load({ more = false } = {}) {
  const asked = new URLSearchParams({ status: ENDED.join(), from: startOf(state.day), to: startOf(addDays(state.day, 1)), limit: '50' });
  if (state.number) asked.set('number', state.number);
  if (more) asked.set('cursor', state.cursor);
  Object.assign(state, { busy: true, trouble: null, asked });
  redraw();
  try {
    const page = await desk.api.get(`${path`/stores/${desk.session.who.storeId}/orders`}?${asked}`);
    if (asked !== state.asked) return;
    Object.assign(state, { items: more ? [...state.items, ...page.items] : page.items, cursor: page.nextCursor });
    heard.splice(0).forEach(take);
  } catch (failure) {
    if (asked !== state.asked) return;
    state.trouble = explain(failure);
  }
  state.busy = false;
  redraw();
}

function choose(changes) {
  Object.assign(state, changes, { items: null, cursor: null });
  load();
}

const search = event => {
  event.preventDefault();
  choose({ number: new FormData(event.target).get('number').trim() });
};

const aside = ({ reason, refund }) => [reason && `kit.reason.${reason}`, refund && `kit.refund.${refund}`].filter(Boolean).map(key => html` <span class="soft">· ${t(key)}</span>`);

const row = order => html`<li><button class="past-row" data-order=${order.number} @click=${() => orderDialog(order)}>
  <span class="past-number num">${order.number}</span>
  <span class="num soft">${clock(order.placedAt)}</span>
  <span class="pill ${KINDS[order.status]}">${t(`kit.status.${order.status}`)}</span>
  <span class="past-what">${order.lines.map(line => `${nameOf(line)} ${line.quantity}`).join(', ')}${aside(order)}</span>
  <span class="num end">${won(order.amountKrw)}</span></button></li>`;

function list() {
  if (state.trouble) return html`<div class="note note-bad spread"><span>${state.trouble}</span><button class="btn" @click=${() => load()}>${t('kit.retry')}</button></div>`;
  if (!state.items) return html`<div class="skeleton" role="status"><span class="visually-hidden">${t('kit.loading')}</span></div>`;
  if (!state.items.length) return html`<div class="empty card">${icon('receipt', 'empty-mark')}<p>${t('till.past.none')}</p></div>`;
  return html`<ul class="list past">${state.items.map(row)}</ul>
    ${state.cursor ? html`<button class="btn btn-wide" ?disabled=${state.busy} @click=${() => load({ more: true })}>${t('till.past.more')}</button>` : nothing}`;
}

/** The screen; loaded anew whenever it is come to. */
export function past() {
  const today = dayOf(desk.link.now()), { storeId } = desk.session.who;
  if (storeId !== state.storeId) choose({ storeId, day: today, number: '' });
  return html`<div class="page stack">
    <div class="spread wrap"><h2 class="page-title">${t('till.tab.past')}</h2>
      <form class="row" role="search" @submit=${search}>
        <div class="field"><label for="past-day">${t('till.past.day')}</label>
          <input id="past-day" type="date" max=${today} .value=${state.day} @change=${event => event.target.value && choose({ day: event.target.value })}></div>
        <div class="field"><label for="past-number">${t('till.past.number')}</label>
          <input id="past-number" name="number" inputmode="numeric" autocomplete="off" maxlength="10" size="6" .value=${state.number}></div>
        <button class="btn self-end">${t('till.past.find')}</button>
      </form></div>
    ${list()}</div>`;
}

addEventListener('hashchange', () => location.hash === '#past' && state.day && load());
desk.link.on(hear);
