// All about one order: lines with prices, money, timeline; refusing after all and printing.
import { explain, path } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { sheet, show } from '../kit/dialog.js';
import { clock, won } from '../kit/won.js';
import { has, t } from '../kit/words.js';
import { lineView } from './card.js';
import { desk } from './desk.js';
import { delayDialog } from './minutes.js';
import { refuseDialog } from './refuse.js';
import { printTicket } from './ticket.js';

const named = (key, otherwise) => has(key) ? t(key) : otherwise;

const step = one => html`<li class="step"><span class="num">${clock(one.at)}</span>
  <span><b>${named(one.step.startsWith('refund-') ? `kit.refund.${one.step.slice(7)}` : `till.step.${one.step}`, one.step)}</b> <span class="soft">${named(`till.actor.${one.actor}`, one.actor)}${one.reason ? ` · ${named(`kit.reason.${one.reason}`, one.reason)}` : ''}</span></span></li>`;

const money = order => html`<dl class="facts">
  <div><dt>${t('till.order.total')}</dt><dd class="num">${won(order.amountKrw)}</dd></div>
  ${order.discountKrw ? html`<div><dt>${t('till.order.discount')}</dt><dd class="num">−${won(order.discountKrw)}</dd></div>` : nothing}
  <div><dt>${t('till.order.tender')}</dt><dd>${t(`kit.tender.${order.tender}`)}</dd></div>
  ${order.refund ? html`<div><dt>${t('till.order.refund')}</dt><dd>${t(`kit.refund.${order.refund}`)}</dd></div>` : nothing}
  ${order.reason ? html`<div><dt>${t('till.order.reason')}</dt><dd>${t(`kit.reason.${order.reason}`)}${order.message ? ` — ${order.message}` : ''}</dd></div>` : nothing}
</dl>`;

/** Shows it as known, and with its timeline as soon as the service has told it, anew after each change. */
export async function orderDialog(order) {
  const shown = { order, trouble: null };
  const look = () => desk.api.get(path`/orders/${order.orderId}`)
    .then(fresh => Object.assign(shown, { order: fresh, trouble: null }), failure => shown.trouble = explain(failure)).finally(redraw);
  const stop = desk.link.on(({ type, frame }) => type === 'push' && frame.d.orderId === order.orderId && look());
  look();
  const next = await show(close => view(shown, close), { label: t('till.number', { number: order.number }) });
  stop();
  if (next === 'refuse') refuseDialog(shown.order);
  if (next === 'delay') delayDialog(shown.order);
  if (next === 'print') printTicket(shown.order);
}

const view = ({ order, trouble }, close) => sheet({
  title: html`${t('till.number', { number: order.number })} <span class="pill">${t(`kit.status.${order.status}`)}</span> <span class="pill pill-info">${t(`kit.pickup.${order.pickup}`)}</span>`, close,
  body: html`
    <ul class="lines">${order.lines.map(lineView)}</ul>
    ${order.note ? html`<p class="order-note">“${order.note}”</p>` : nothing}
    ${money(order)}
    ${trouble ? html`<p class="note note-warn">${trouble}</p>` : nothing}
    <ol class="steps">${(order.timeline ?? []).map(step)}</ol>`,
  buttons: html`
    ${order.status === 'ACCEPTED' ? html`<button class="btn grow" data-action="delay" @click=${() => close('delay')}>${t('till.delay')}</button>` : nothing}
    ${['WAITING', 'ACCEPTED'].includes(order.status) ? html`<button class="btn btn-warn grow" data-action="refuse-after-all" @click=${() => close('refuse')}>${t(order.status === 'ACCEPTED' ? 'till.refuse.after' : 'till.refuse')}</button>` : nothing}
    <button class="btn grow" data-action="print" @click=${() => close('print')}>${t('till.print')}</button>`,
});
