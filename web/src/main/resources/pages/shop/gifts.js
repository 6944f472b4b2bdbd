// Gifts, received and sent: opened by a tap of their recipient, declined while they are unused.
import { explain, path } from '../kit/api.js';
import { ask } from '../kit/dialog.js';
import { html, nothing, redraw, repeat, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { clock, day } from '../kit/won.js';
import { t } from '../kit/words.js';
import { gated } from './gate.js';
import { icon } from './icons.js';
import { api } from './shop.js';

const LIVE = ['SENT', 'OPENED'];
let side = 'received', opening = null;

const row = gift => html`<li><a class="menu-row" href="#gifts/${gift.giftId}"><span class="coupon-mark wrap-${gift.wrap}">${icon('gifts')}</span>
  <span class="grow stack tight"><strong>${gift.name}${gift.quantity > 1 ? html` <span class="num">×${gift.quantity}</span>` : nothing}</strong>
    <span class="soft small">${side === 'received' ? t('shop.gifts.from', { name: gift.senderName }) : day(gift.sentAt)}</span></span>
  <span class="pill ${LIVE.includes(gift.status) ? 'pill-ok' : ''}">${t(`shop.gifts.${gift.status}`)}</span></a></li>`;

const list = gifts => gifts.length ? html`<ul class="list">${repeat(gifts, gift => gift.giftId, row)}</ul>`
  : html`<div class="empty">${icon('gifts', 'icon big')}<p>${t(`shop.gifts.none.${side}`)}</p>
    ${side === 'sent' ? html`<p class="soft">${t('shop.gifts.how')}</p>` : nothing}</div>`;

export const giftsScreen = () => gated(t('shop.tab.gifts'), () => {
  const key = `gifts:${side}`;
  return html`<h1>${t('shop.tab.gifts')}</h1>
    <div class="seg" role="group">${['received', 'sent'].map(one => html`<button class="btn" aria-pressed=${side === one ? 'true' : 'false'} @click=${() => { side = one; redraw(); }}>${t(`shop.gifts.side.${one}`)}</button>`)}</div>
    ${shown(key, load(key, () => api.get(`/gifts?role=${side}&limit=50`), { fresh: 30_000 }), page => list(page.items))}`;
});

/** Known from the box, without looking at it: a recipient's look at a gift opens it. */
const inBox = id => ['received', 'sent'].map(one => load(`gifts:${one}`, () => api.get(`/gifts?role=${one}&limit=50`), { fresh: 30_000 }))
  .map(slot => slot.value?.items.find(gift => gift.giftId === id)).find(Boolean);

async function decline(gift) {
  if (!await ask({ title: t('shop.gifts.decline'), text: t('shop.gifts.declineText'), yes: t('shop.gifts.decline'), danger: true })) return;
  try {
    await api.post(path`/gifts/${gift.giftId}/decline`, undefined, { once: `decline.${gift.giftId}` });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('gifts*');
  drop(`gift:${gift.giftId}`);
  drop('coupons');
}

const wrapped = gift => html`<section class="card wrapped wrap-${gift.wrap} stack">${icon('gifts', 'icon big')}
  <h1>${t('shop.gifts.from', { name: gift.senderName })}</h1><button class="btn btn-primary btn-big" data-test="open-gift" @click=${() => { opening = gift.giftId; redraw(); }}>${t('shop.gifts.open')}</button></section>`;

const detail = gift => html`<section class="card wrapped wrap-${gift.wrap} stack">
    <span class="pill">${t(`shop.gifts.${gift.status}`)}</span><h1>${gift.name}${gift.quantity > 1 ? ` ×${gift.quantity}` : ''}</h1>
    ${gift.senderName ? html`<p>${t('shop.gifts.from', { name: gift.senderName })}</p>` : nothing}
    ${gift.message ? html`<blockquote class="message">${gift.message}</blockquote>` : nothing}
    ${LIVE.includes(gift.status) ? html`<p class="soft">${t('shop.until', { day: day(gift.expiresAt), time: clock(gift.expiresAt) })}</p>` : nothing}
  </section>`;

const actions = gift => html`<div class="row">
  ${gift.couponId ? html`<a class="btn btn-primary" href="#coupons/${gift.couponId}">${t('shop.coupons.use')}</a>` : nothing}
  <button class="btn" @click=${() => decline(gift)}>${t('shop.gifts.decline')}</button></div>`;

const isReceived = id => load('gifts:received', () => api.get('/gifts?role=received&limit=50')).value?.items.some(gift => gift.giftId === id);

export const giftScreen = id => gated(t('shop.tab.gifts'), () => {
  const known = inBox(id), received = isReceived(id);
  const back = html`<a class="back" href="#gifts">‹ ${t('shop.tab.gifts')}</a>`;
  if (received && known?.status === 'SENT' && opening !== id) return html`${back}${wrapped(known)}`;
  return html`${back}${shown(`gift:${id}`, load(`gift:${id}`, () => api.get(path`/gifts/${id}`), { fresh: 30_000 }), gift => html`${detail(gift)}${received && LIVE.includes(gift.status) ? actions(gift) : nothing}`)}`;
});
