// One order while it is made: where it stands, when it is ready, and what becomes of the money.
import { explain, path } from '../kit/api.js';
import { ask } from '../kit/dialog.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { clock, minutesUntil, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { stayAwake } from './awake.js';
import { gated } from './gate.js';
import { icon } from './icons.js';
import { linesView } from './lines.js';
import { storeOf } from './menu.js';
import { statusPill } from './orders.js';
import { api, link } from './shop.js';

const isLive = order => order.status === 'WAITING' || order.status === 'ACCEPTED';
let cancelling = false;

/** Steps that an order goes through when all is well, with the time of those that were reached. */
function steps(order) {
  const accepted = order.timeline?.find(entry => entry.step === 'accepted')?.at;
  const finished = order.timeline?.find(entry => entry.step === 'finished')?.at;
  return [['paid', order.placedAt], ['seen', order.deliveredAt], ['accepted', accepted], ['ready', finished]];
}

const progress = order => html`<ol class="progress">${steps(order).map(([name, at]) => html`<li class=${at ? 'reached' : ''}>
  <span class="mark" aria-hidden="true">${at ? '✔' : '○'}</span><span>${t(`shop.step.${name}`)}</span><span class="num soft small">${at ? clock(at) : nothing}</span></li>`)}</ol>`;

function expectation(order) {
  if (order.status === 'WAITING') return t('shop.order.waiting');
  if (order.status === 'ACCEPTED' && order.readyBy) {
    const minutes = minutesUntil(order.readyBy, link.now());
    return minutes > 0 ? t('shop.order.readyIn', { minutes, time: clock(order.readyBy) }) : t('shop.order.anyMoment');
  }
  return order.status === 'ACCEPTED' ? t('shop.order.making') : t(`shop.order.${order.status}`);
}

const why = order => order.reason ? html`<p>${t(`kit.reason.${order.reason}`)}${order.message ? html` · “${order.message}”` : nothing}</p>` : nothing;

const refund = order => order.refund ? html`<p class="note ${order.refund === 'done' ? 'note-ok' : 'note-warn'}">${t(`shop.refund.${order.refund}`, { amount: won(order.amountKrw) })}</p>` : nothing;

/** The code to show at the counter, until the order is handed over; nothing where the store asks for none. */
function pickupCode(order) {
  if (order.collectedAt || !(isLive(order) || order.status === 'FINISHED')) return nothing;
  const code = load(`code:${order.orderId}`, () => api.get(path`/orders/${order.orderId}/pickup-code`)).value?.code;
  return code ? html`<p data-test="code">${t('shop.order.code')} <strong class="num">${code}</strong></p>` : nothing;
}

async function cancel(order) {
  if (cancelling || !await ask({ title: t('shop.cancel.title'), text: t('shop.cancel.text'), yes: t('shop.cancel'), no: t('kit.back'), danger: true })) return;
  cancelling = true;
  redraw();
  try {
    await api.post(path`/orders/${order.orderId}/cancellation`, undefined, { once: `cancel.${order.orderId}` });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  cancelling = false;
  drop(`order:${order.orderId}`);
  drop('orders*');
}

const contact = order => {
  const store = storeOf(order.storeId).value;
  return html`<div class="row"><a class="btn" href="#stores/${order.storeId}">${t('shop.order.store')}</a>
    ${store?.phone ? html`<a class="btn" href="tel:${store.phone.replace(/[^+0-9]/g, '')}">${icon('phone')} ${store.phone}</a>` : nothing}</div>`;
};

function detail(order) {
  stayAwake(isLive(order));
  if (isLive(order)) document.title = t('shop.order.title', { number: order.number, status: t(`shop.status.${order.status}`) });
  return html`<section class="card order-head">
      <div class="spread"><span class="soft">${order.storeName}</span>${statusPill(order)}</div>
      <h1 class="number num" data-test="number">${order.number}</h1>
      <p class="strong" role="status">${expectation(order)}</p>${why(order)}
      ${order.promisedUntil ? html`<p class="soft" data-test="promise">${t('shop.order.promised', { from: clock(order.promisedFrom), until: clock(order.promisedUntil) })}</p>` : nothing}
      ${pickupCode(order)}
      ${isLive(order) || order.status === 'FINISHED' ? progress(order) : nothing}
    </section>
    ${refund(order)}
    ${linesView(order.lines)}
    <dl class="sums"><div class="spread"><dt>${t('shop.order.paid')}</dt><dd class="num">${won(order.amountKrw)}</dd></div>
      ${order.discountKrw ? html`<div class="spread"><dt>${t('shop.order.covered')}</dt><dd class="num">${won(order.discountKrw)}</dd></div>` : nothing}
      <div class="spread"><dt>${t('shop.pickup')}</dt><dd>${t(`kit.pickup.${order.pickup}`)}</dd></div>
      ${order.note ? html`<div class="spread"><dt>${t('shop.note')}</dt><dd>${order.note}</dd></div>` : nothing}</dl>
    ${contact(order)}
    ${order.status === 'WAITING' ? html`<button class="btn btn-warn btn-wide" data-test="cancel" ?disabled=${cancelling} @click=${() => cancel(order)}>${t('shop.cancel')}</button>` : nothing}`;
}

/** While the line is broken the order is asked for; otherwise pushes say when to. */
const freshFor = () => link.phase === 'live' ? 30_000 : 5_000;

export const orderScreen = id => gated(t('shop.tab.orders'), () => html`<a class="back" href="#orders">‹ ${t('shop.tab.orders')}</a>
  ${shown(`order:${id}`, load(`order:${id}`, () => api.get(path`/orders/${id}`), { fresh: freshFor() }), detail)}`);

addEventListener('hashchange', () => document.title = t('shop.title'));
setInterval(() => location.hash.startsWith('#orders/') && document.visibilityState === 'visible' && redraw(), 5_000);
