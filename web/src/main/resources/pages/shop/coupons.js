// The coupon box: register a code, and use a coupon at an open store without paying.
import { explain, path } from '../kit/api.js';
import { drafts, go, html, nothing, redraw, repeat, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { clock, day, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { gated } from './gate.js';
import { icon } from './icons.js';
import { itemOf, nameOf } from './menu.js';
import { defaults, fitted, misfits, optionFields } from './options.js';
import { api, read } from './shop.js';

const USABLE = 'REGISTERED';
let code = drafts.get('code', ''), error = null, busy = false;
let use = { of: null, options: {}, pickup: 'TO_GO', error: null };

const box = () => load('coupons', () => api.get('/coupons?limit=100'), { fresh: 30_000 });

async function register(event) {
  event.preventDefault();
  if (busy || !code.trim()) return;
  busy = true;
  error = null;
  redraw();
  try {
    const coupon = await api.post(path`/coupons/${code.trim()}/registration`, undefined, { once: `register.${code.trim()}` });
    toast(t('shop.coupons.registered', { name: coupon.name }), { kind: 'ok' });
    code = '';
    drafts.clear('code');
    drop('coupons');
  } catch (failure) {
    error = failure;
  }
  busy = false;
  redraw();
}

const registration = () => html`<form class="card stack" @submit=${register}><div class="field"><label for="code">${t('shop.coupons.code')}</label>
  <input id="code" .value=${code} autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX-XXXX" aria-invalid=${error ? 'true' : 'false'} aria-describedby="code-error" @input=${event => { code = event.target.value; drafts.set('code', code); }}>
  <span class="error" id="code-error" role="alert">${error ? explain(error) : nothing}</span></div>
  <button class="btn btn-primary" ?disabled=${busy}>${t('shop.coupons.register')}</button></form>`;

const row = coupon => html`<li><a class="menu-row ${coupon.status === USABLE ? '' : 'gone'}" href=${coupon.status === USABLE ? `#coupons/${coupon.couponId}` : nothing}>
  <span class="coupon-mark">${icon('coupons')}</span>
  <span class="grow stack tight"><strong>${coupon.name}${coupon.quantity > 1 ? html` <span class="num">×${coupon.quantity}</span>` : nothing}</strong>
    <span class="soft small">${t(`shop.coupons.origin.${coupon.origin}`)} · ${t('shop.until', { day: day(coupon.expiresAt), time: clock(coupon.expiresAt) })}</span></span>
  <span class="pill ${coupon.status === USABLE ? 'pill-ok' : ''}">${t(`shop.coupons.${coupon.status}`)}</span></a></li>`;

const list = coupons => coupons.length ? html`<ul class="list">${repeat([...coupons].sort((a, b) => Number(b.status === USABLE) - Number(a.status === USABLE)), coupon => coupon.couponId, row)}</ul>`
  : html`<div class="empty">${icon('coupons', 'icon big')}<p>${t('shop.coupons.none')}</p></div>`;

export const couponsScreen = () => gated(t('shop.tab.coupons'), () => html`<h1>${t('shop.tab.coupons')}</h1>${registration()}${shown('coupons', box(), page => list(page.items))}`);

async function order(coupon, storeId) {
  if (busy) return;
  busy = true;
  use.error = null;
  redraw();
  try {
    const placed = await api.post(path`/stores/${storeId}/coupon-orders`, { code: coupon.code, options: use.options, pickup: use.pickup }, { once: `coupon.${coupon.couponId}.${storeId}.${JSON.stringify([use.options, use.pickup])}` });
    drop('coupons');
    drop('orders*');
    go(`orders/${placed.orderId}`);
  } catch (failure) {
    use.error = failure;
  }
  busy = false;
  redraw();
}

const storeChoice = (coupon, stores) => {
  const open = stores.filter(store => store.open);
  return open.length ? html`<h2>${t('shop.coupons.where')}</h2><ul class="list">${open.map(store => html`<li><a class="menu-row" href="#coupons/${coupon.couponId}/${store.storeId}"><span class="grow stack tight"><strong>${store.name}</strong><span class="soft small">${store.address}</span></span><span aria-hidden="true">›</span></a></li>`)}</ul>`
    : html`<p class="note note-warn">${t('shop.stores.noneOpen')}</p>`;
};

function pick(key, value) {
  use.options = { ...use.options, [key]: value };
  redraw();
}

function pickUp(item, pickup) {
  Object.assign(use, { pickup, options: fitted(item, use.options, pickup) });
  redraw();
}

const misfit = item => misfits(item, use.options, use.pickup);

function atStore(coupon, storeId, item) {
  const of = `${coupon.couponId}/${storeId}`;
  if (use.of !== of) use = { of, options: defaults(item, 'TO_GO'), pickup: 'TO_GO', error: null };
  return html`<h1>${nameOf(item)}</h1>
    <fieldset class="stack"><legend>${t('shop.pickup')}</legend><div class="choices">${['TO_GO', 'DINE_IN'].map(kind => html`<label class="choice"><input type="radio" name="pickup" .checked=${use.pickup === kind} @change=${() => pickUp(item, kind)}><span>${t(`kit.pickup.${kind}`)}</span></label>`)}</div></fieldset>
    ${optionFields(item, use.options, pick)}
    ${misfit(item).length ? html`<p class="note note-warn">${t('shop.basket.misfit', { names: misfit(item).join(', ') })}</p>` : nothing}
    ${use.error ? html`<p class="note note-bad" role="alert">${explain(use.error)}</p>` : nothing}
    <div class="action-bar"><button class="btn btn-primary btn-big grow" ?disabled=${busy || misfit(item).length > 0} @click=${() => order(coupon, storeId)}>${t('shop.coupons.use')}</button></div>`;
}

function detail(coupon, storeId) {
  if (!coupon) return html`<p class="note note-bad">${t('shop.coupons.gone')}</p>`;
  const key = `item:${storeId}:${coupon.menuItemId}`;
  return html`<section class="card stack tight">${storeId ? html`<strong>${coupon.name}</strong>` : html`<h1>${coupon.name}</h1>`}<span class="soft">${t('shop.coupons.worth', { amount: won(coupon.faceValueKrw) })}</span>
      ${coupon.code ? html`<code class="code">${coupon.code}</code>` : nothing}</section>
    ${storeId ? shown(key, itemOf(storeId, coupon.menuItemId), item => atStore(coupon, storeId, item))
      : shown('stores:open', load('stores:open', () => read('/stores?open=true&limit=100'), { fresh: 15_000 }), page => storeChoice(coupon, page.items))}`;
}

export const couponScreen = (id, storeId) => gated(t('shop.tab.coupons'), () => html`<a class="back" href=${storeId ? `#coupons/${id}` : '#coupons'}>‹ ${t('shop.tab.coupons')}</a>
  ${shown('coupons', box(), page => detail(page.items.find(coupon => coupon.couponId === id), storeId))}`);
