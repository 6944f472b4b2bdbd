// One order as a card: what to make, how long there is, and what can be done.
import { guard, html, nothing } from '../kit/frame.js';
import { icon } from '../kit/icon.js';
import { clock, won } from '../kit/won.js';
import { language, t } from '../kit/words.js';
import { finish } from './commands.js';
import { answerBy, choicesOf, desk, isKitchen, minutesLeft, nameOf, timeLeft } from './desk.js';
import { acceptIn, minutesDialog, minutesOffered } from './minutes.js';

const FOCUS = 100;

const refuseDialog = async order => (await import('./refuse.js')).refuseDialog(order);
const orderDialog = async order => (await import('./order.js')).orderDialog(order);

const choice = ({ text, unusual }, at) => html`${at ? ' · ' : ''}${unusual ? html`<b>${text}</b>` : text}`;

/** A line: quantity, item, and the choices; unusual ones are bold. */
export const lineView = line => html`<li class="line">
  <span class="line-count num">${line.quantity}</span>
  <span class="line-name">${nameOf(line)}<span class="line-choices">${choicesOf(line).map(choice)}</span></span>
</li>`;

function due(order) {
  if (order.status === 'WAITING') return html`<span class="due num" role="timer" data-until=${answerBy(order)} .textContent=${timeLeft(answerBy(order))}></span>`;
  const left = minutesLeft(order);
  if (left === null) return nothing;
  return left > 0
    ? html`<span class="due num">${t('till.minutes.left', { n: left })}</span>`
    : html`<span class="due late num">${icon('warn')} ${t('till.minutes.late', { n: -left })}</span>`;
}

function sending(command) {
  if (command.state === 'unsent') {
    return html`<div class="note note-bad spread"><span>${t('till.unsent')}</span><button class="btn" data-action="again" @click=${command.again}>${t('till.again')}</button></div>`;
  }
  return html`<div class="note spread" data-sending><span>${t(`till.sending.${command.t}`, command.d)}</span><span class="spinner" aria-hidden="true"></span></div>`;
}

/** Acts, and moves the focus on to the next card, since this one's buttons go. */
function act({ target }, action) {
  const card = target.closest('.order'), next = card.nextElementSibling ?? card.previousElementSibling;
  action();
  setTimeout(() => (!target.isConnected || !card.isConnected) && next?.querySelector('[data-action=accept], [data-action=finish]')?.focus(), FOCUS);
}

const more = order => html`<button class="btn btn-icon" data-action="more" aria-label=${t('till.more', { number: order.number })} @click=${() => orderDialog(order)}>⋯</button>`;

const waiting = order => html`<div class="card-buttons card-answers" role="group" aria-label=${t('till.answer', { number: order.number })}>
  <button class="btn btn-warn" data-action="refuse" @click=${() => refuseDialog(order)}>${t('till.refuse')}</button>
  ${minutesOffered().map(minutes => html`<button class="btn btn-primary grow" data-action="accept" data-minutes=${minutes} @click=${event => act(event, () => acceptIn(order, minutes))}
    aria-label=${t('till.accept.in', { n: minutes })}>${t('till.minutes', { n: minutes })}</button>`)}
  <button class="btn" data-action="minutes" aria-label=${t('till.accept.other')} @click=${() => minutesDialog(order)}>${t('till.other')}</button>
</div>`;

const making = order => html`<div class="card-buttons">
  <button class="btn btn-primary grow" data-action="finish" @click=${event => act(event, () => finish(order))}>${t('till.finish')}</button>
  ${more(order)}
</div>`;

function buttons(order) {
  const command = desk.pending.get(order.orderId);
  if (command) return sending(command);
  return order.status === 'WAITING' ? waiting(order) : making(order);
}

const money = () => !isKitchen();

const content = (order, still) => html`
  <header class="card-head">
    <span class="number num" aria-label=${t('till.number', { number: order.number })}>${order.number}</span>
    <span class="pill ${order.pickup === 'TO_GO' ? 'pill-info' : ''}">${t(`kit.pickup.${order.pickup}`)}</span>
    ${still ? html`<span class="pill">${t(`kit.status.${order.status}`)}</span>` : due(order)}
    ${!still && order.status === 'WAITING' ? more(order) : nothing}
  </header>
  <ul class="lines">${order.lines.map(lineView)}</ul>
  ${order.note ? html`<p class="order-note">“${order.note}”</p>` : nothing}
  ${desk.troubles.has(order.orderId) ? html`<p class="note note-bad">${desk.troubles.get(order.orderId)}</p>` : nothing}
  ${still ? nothing : html`
    <p class="card-foot soft small spread"><span>${clock(order.placedAt)}</span>${money() ? html`<span class="num">${won(order.amountKrw)}</span>` : nothing}</p>
    ${buttons(order)}`}`;

const isLate = order => order.status === 'ACCEPTED' && order.readyBy && minutesLeft(order) <= 0;

const drawn = (order, still) => html`<article class="card order order-${order.status} ${desk.reminded.has(order.orderId) ? 'reminded' : ''} ${isLate(order) ? 'is-late' : ''}"
  data-order=${order.number} aria-label=${t('till.number', { number: order.number })}>${content(order, still)}</article>`;

/** What every card shows besides its order; asked for once a drawing. */
export const shared = () => [language(), desk.menu, `${minutesOffered()}`, money()];

/** The card; drawn again only when something that it shows has changed, all of which stands here. */
export function card(order, around, still = false) {
  const { orderId } = order, command = desk.pending.get(orderId);
  const time = order.status === 'WAITING' ? !still && answerBy(order) : minutesLeft(order);
  return guard([order, time, command, command?.state, desk.troubles.get(orderId), desk.reminded.has(orderId), still, ...around], () => drawn(order, still));
}
