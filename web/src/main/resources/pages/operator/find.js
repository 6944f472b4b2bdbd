// Finds any order, payment or coupon by any of its ids, or orders by store, day, number and status.
import { path } from '../kit/api.js';
import { drafts, go, html, nothing, redraw } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { addDays, dayOf, startOf } from '../kit/won.js';
import { t } from '../kit/words.js';
import { table } from './facts.js';
import { api } from './office.js';

const STATUS = ['WAITING', 'ACCEPTED', 'FINISHED', 'REFUSED', 'CANCELLED', 'EXPIRED'];
const wanted = drafts.get('find', { text: '', storeId: '', status: '', day: '' });
let asked = null;

function want(name, value) {
  wanted[name] = value;
  drafts.set('find', wanted);
}

/** One field: an id leads to the record at once, a short number is a ticket of the store and day beside it. */
function find(event) {
  event.preventDefault();
  const text = wanted.text.trim();
  if (text.length > 6) return go(`record/${text}`);
  const query = new URLSearchParams({ limit: '50' });
  if (text) query.set('number', text);
  if (wanted.storeId.trim()) query.set('storeId', wanted.storeId.trim());
  if (wanted.status) query.set('status', wanted.status);
  if (wanted.day) {
    query.set('from', startOf(wanted.day));
    query.set('to', startOf(addDays(wanted.day, 1)));
  }
  asked = query.toString();
  redraw();
}

const field = (name, label, type = 'text') => html`<div class="field"><label for=${name}>${label}</label><input id=${name} type=${type} .value=${wanted[name]} autocomplete="off" @input=${event => want(name, event.target.value)}></div>`;

const COLUMNS = () => [['number', t('operator.number')], ['storeName', t('operator.store')], ['status', t('operator.status'), row => t(`kit.status.${row.status}`)], ['amountKrw', t('operator.amount')], ['tender', t('operator.tender')], ['placedAt', t('operator.placed')]];

const results = () => asked && shown(`orders:${asked}`, load(`orders:${asked}`, () => api.get(`/orders?${asked}`)), page => page.items.length
  ? table(page.items, COLUMNS(), row => `#record/${row.orderId}`) : html`<p class="empty">${t('operator.nothing')}</p>`);

export const findScreen = () => html`<form class="card stack" @submit=${find}>
    <div class="field"><label for="text">${t('operator.find.label')}</label><input id="text" data-test="find" class="find" autocomplete="off" spellcheck="false" autofocus .value=${wanted.text} @input=${event => want('text', event.target.value)}><span class="hint">${t('operator.find.hint')}</span></div>
    <div class="fields">${field('storeId', t('operator.storeId'))}${field('day', t('operator.day'), 'date')}
      <div class="field"><label for="status">${t('operator.status')}</label><select id="status" @change=${event => want('status', event.target.value)}><option value="">–</option>${STATUS.map(one => html`<option value=${one} ?selected=${one === wanted.status}>${t(`kit.status.${one}`)}</option>`)}</select></div></div>
    <button class="btn btn-primary">${t('operator.find')}</button></form>
  <p class="soft small">${t('operator.today', { day: dayOf(Date.now()) })}</p>${results() || nothing}`;

/** Everything that bears an id: each service answers for itself, and a failure of one hides no other. */
export const everythingOf = id => ({
  order: load(`record:order:${id}`, () => api.get(path`/orders/${id}`)),
  payment: load(`record:payment:${id}`, () => api.get(path`/payments/${id}`)),
  coupon: load(`record:coupon:${id}`, () => api.get(path`/coupons/${id}`)),
  booked: load(`record:booked:${id}`, () => api.get(`/wallets/entries?orderId=${encodeURIComponent(id)}`)),
  paid: load(`record:paid:${id}`, () => api.get(`/payments?transactionId=${encodeURIComponent(id)}`)),
});

/** Merchants that bear an id, or whose store or wallet does. */
export const merchantsOf = id => load(`record:merchants:${id}`, () => api.get(`/merchants?limit=1&q=${encodeURIComponent(id)}`));
