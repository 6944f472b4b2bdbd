// Coupons: published with the code shown once, listed by state, revoked with a reason.
import { explain, path } from '../kit/api.js';
import { sheet, show } from '../kit/dialog.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts, table } from './facts.js';
import { api } from './office.js';

const STATUS = ['PUBLISHED', 'REGISTERED', 'RESERVED', 'USED', 'REVOKED', 'EXPIRED'];
const wish = { menuItemId: '', quantity: 1, days: 30 };
let status = '', published = null, problem = null, busy = false;

const menu = () => load('menu', () => api.all('/menu?limit=100'));

async function publish(event) {
  event.preventDefault();
  if (busy) return;
  busy = true;
  problem = null;
  const body = { menuItemId: wish.menuItemId || menu().value?.[0]?.menuItemId, quantity: Number(wish.quantity), validFor: `P${Number(wish.days)}D` };
  try {
    published = await api.post('/coupons', body, { once: `publish.${JSON.stringify(body)}` });
    drop('coupons:*');
  } catch (failure) {
    problem = failure;
  }
  busy = false;
  redraw();
}

async function revoke(coupon) {
  let reason = '';
  const yes = await show(close => sheet({
    title: t('operator.revoke'), close,
    body: html`<div class="field"><label for="reason">${t('operator.reason')}</label><input id="reason" maxlength="100" data-first @input=${event => { reason = event.target.value; redraw(); }}></div>`,
    buttons: html`<button class="btn btn-danger grow" ?disabled=${!reason.trim()} @click=${() => close(true)}>${t('operator.revoke')}</button>`,
  }), { label: t('operator.revoke') });
  if (!yes) return;
  try {
    await api.post(path`/coupons/${coupon.couponId}/revocation`, { reason: reason.trim() }, { once: `revoke.${coupon.couponId}` });
    toast(t('operator.done'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('coupons:*');
}

const form = items => html`<form class="card stack" @submit=${publish}><h2>${t('operator.publish')}</h2><div class="fields">
  <div class="field"><label for="item">${t('operator.item')}</label><select id="item" @change=${event => wish.menuItemId = event.target.value}>${items.map(item => html`<option value=${item.menuItemId}>${item.name}</option>`)}</select></div>
  <div class="field"><label for="quantity">${t('operator.quantity')}</label><input id="quantity" type="number" min="1" max="99" .value=${String(wish.quantity)} @input=${event => wish.quantity = event.target.value}></div>
  <div class="field"><label for="days">${t('operator.days')}</label><input id="days" type="number" min="1" max="365" .value=${String(wish.days)} @input=${event => wish.days = event.target.value}></div></div>
  ${problem ? html`<p class="note note-bad" role="alert">${explain(problem)}</p>` : nothing}
  <button class="btn btn-primary" ?disabled=${busy}>${t('operator.publish')}</button>
  ${published ? html`<div class="note note-ok stack"><span>${t('operator.codeOnce')}</span><code class="code" data-test="code">${published.code}</code>
    <span><button type="button" class="btn" @click=${() => navigator.clipboard?.writeText(published.code)}>${t('operator.copy')}</button></span>${facts(published, ['code'])}</div>` : nothing}</form>`;

const isLive = coupon => coupon.status === 'PUBLISHED' || coupon.status === 'REGISTERED';

const list = page => page.items.length ? table(page.items, [['couponId', 'id'], ['name', t('operator.item')], ['quantity', t('operator.quantity')], ['origin', t('operator.origin')], ['status', t('operator.status')], ['expiresAt', t('operator.expires')],
  ['revoke', '', row => isLive(row) ? html`<button class="btn" @click=${() => revoke(row)}>${t('operator.revoke')}</button>` : nothing]])
  : html`<p class="empty">${t('operator.nothing')}</p>`;

export function couponsScreen() {
  const key = `coupons:${status}`;
  return html`${shown('menu', menu(), form)}
    <div class="field narrow"><label for="state">${t('operator.status')}</label><select id="state" @change=${event => { status = event.target.value; redraw(); }}><option value="">–</option>${STATUS.map(one => html`<option value=${one}>${one}</option>`)}</select></div>
    ${shown(key, load(key, () => api.get(`/coupons?limit=50${status ? `&status=${status}` : ''}`), { fresh: 30_000 }), list)}`;
}
