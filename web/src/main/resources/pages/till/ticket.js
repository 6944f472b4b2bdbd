// The printed ticket: as long as its text, 80 or 58 mm wide, by the browser's own printing.
import { html, nothing, prefs, render } from '../kit/frame.js';
import { clock, day, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { choicesOf, desk, nameOf } from './desk.js';

const MILLIMETRES_PER_PIXEL = 25.4 / 96;
const page = new CSSStyleSheet();

const line = (one, prices) => html`<li><b>${one.quantity}</b><span>${nameOf(one)}
  <small>${choicesOf(one).map(({ text }) => text).join(' · ')}</small></span>${prices ? html`<span>${won(one.priceKrw * one.quantity)}</span>` : nothing}</li>`;

function ticket(order) {
  const prices = prefs.get('ticketPrices', false);
  return html`<div class="ticket ticket-${prefs.get('ticketWidth', 80)}">
    <p>${desk.store?.name ?? order.storeName}</p>
    <p class="ticket-number">${order.number}</p>
    <p><b>${t(`kit.pickup.${order.pickup}`)}</b></p>
    <ul>${order.lines.map(one => line(one, prices))}</ul>
    ${order.note ? html`<p class="ticket-note">“${order.note}”</p>` : nothing}
    ${prices ? html`<p class="ticket-sum">${t('till.order.total')} ${won(order.amountKrw)}</p>` : nothing}
    <p>${day(order.placedAt)} ${clock(order.placedAt)}${order.readyBy ? ` → ${clock(order.readyBy)}` : ''}</p>
  </div>`;
}

/** Prints something in place of the page; `width` in millimetres, or null for the printer's own paper. */
export function print(content, width) {
  const root = document.createElement('div');
  root.className = 'print';
  document.body.append(root);
  render(content, root);
  if (!document.adoptedStyleSheets.includes(page)) document.adoptedStyleSheets.push(page);
  const height = Math.ceil(root.getBoundingClientRect().height * MILLIMETRES_PER_PIXEL) + 6;
  page.replaceSync(width ? `@page { size: ${width}mm ${height}mm; margin: 0; }` : '@page { margin: 15mm; }');
  addEventListener('afterprint', () => root.remove(), { once: true });
  window.print();
}

/** Prints the ticket of an order. */
export const printTicket = order => print(ticket(order), prefs.get('ticketWidth', 80));
