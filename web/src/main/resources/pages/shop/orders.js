// The buyer's orders, those under way first.
import { html, repeat } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { clock, day, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { gated } from './gate.js';
import { icon } from './icons.js';
import { linesText } from './lines.js';
import { api } from './shop.js';

const isLive = order => order.status === 'WAITING' || order.status === 'ACCEPTED';

/** Pill of a status, in words and colour. */
export const statusPill = order => html`<span class="pill ${{ WAITING: 'pill-info', ACCEPTED: 'pill-ok', FINISHED: 'pill-ok' }[order.status] ?? 'pill-bad'}">${t(`shop.status.${order.status}`)}</span>`;

const row = order => html`<li><a class="menu-row" href="#orders/${order.orderId}">
  <span class="ticket-number num">${order.number}</span>
  <span class="grow stack tight"><strong>${order.storeName}</strong><span class="soft small">${linesText(order.lines)}</span>
    <span class="soft small num">${day(order.placedAt)} ${clock(order.placedAt)} · ${won(order.amountKrw)}</span></span>
  ${statusPill(order)}</a></li>`;

const list = orders => orders.length ? html`<ul class="list">${repeat([...orders].sort((a, b) => Number(isLive(b)) - Number(isLive(a))), order => order.orderId, row)}</ul>`
  : html`<div class="empty">${icon('orders', 'icon big')}<p>${t('shop.orders.none')}</p><a class="btn btn-primary" href="#stores">${t('shop.stores')}</a></div>`;

export const ordersScreen = () => gated(t('shop.tab.orders'), () => html`<h1>${t('shop.tab.orders')}</h1>
  ${shown('orders', load('orders', () => api.get('/orders?limit=50'), { fresh: 15_000 }), page => list(page.items))}`);
