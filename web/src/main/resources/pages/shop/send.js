// A gift to an e-mail address: what, how many, in which wrapping, with which words; then payment as for an order.
import { explain } from '../kit/api.js';
import { drafts, html, nothing, redraw } from '../kit/frame.js';
import { shown } from '../kit/load.js';
import { won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { gated } from './gate.js';
import { itemOf, nameOf } from './menu.js';
import { defaults, optionFields, priceOf } from './options.js';
import { toPayment } from './payment.js';
import { api } from './shop.js';
import { stepper } from './stepper.js';

const WRAPS = ['card1', 'card2', 'card3'];
const MESSAGE = 200;
let wish = drafts.get('gift', { of: null }), problem = null, busy = false;

const begin = item => ({ of: item.menuItemId, to: '', message: '', wrap: 'card1', quantity: 1, options: defaults(item) });

async function pay(event) {
  event.preventDefault();
  if (busy) return;
  busy = true;
  problem = null;
  redraw();
  const { to, message, wrap, quantity, options, of } = wish;
  const body = { intent: 'GIFT', gift: { to: to.trim(), menuItemId: of, quantity, options, wrap, ...(message.trim() && { message: message.trim() }) } };
  try {
    const checkout = await api.post('/checkouts', body, { once: `gift.${JSON.stringify(body)}` });
    wish = { of: null };
    drafts.clear('gift');
    toPayment(checkout);
  } catch (failure) {
    problem = failure;
  }
  busy = false;
  redraw();
}

function change(values) {
  Object.assign(wish, values);
  drafts.set('gift', wish);
  redraw();
}

function form(item) {
  if (wish.of !== item.menuItemId) wish = begin(item);
  return html`<form class="stack" @submit=${pay}>
    <h1>${t('shop.send.title', { name: nameOf(item) })}</h1>
    <div class="field"><label for="to">${t('shop.send.to')}</label><input id="to" type="email" required maxlength="254" autocomplete="off" .value=${wish.to} @input=${event => change({ to: event.target.value })}><span class="hint">${t('shop.send.toHint')}</span></div>
    ${optionFields(item, wish.options, (key, value) => change({ options: { ...wish.options, [key]: value } }))}
    <fieldset class="stack"><legend>${t('shop.send.wrap')}</legend><div class="choices">${WRAPS.map(one => html`<label class="choice wrap-${one}"><input type="radio" name="wrap" .checked=${wish.wrap === one} @change=${() => change({ wrap: one })}><span>${t(`shop.send.${one}`)}</span></label>`)}</div></fieldset>
    <div class="field"><label for="message">${t('shop.send.message')}</label><textarea id="message" maxlength=${MESSAGE} .value=${wish.message} @input=${event => change({ message: event.target.value })}></textarea></div>
    ${problem ? html`<p class="note note-bad" role="alert">${explain(problem)}</p>` : nothing}
    <div class="action-bar">${stepper(wish.quantity, quantity => change({ quantity }))}
      <button class="btn btn-primary btn-big grow" ?disabled=${busy}>${t('shop.pay')} · <span class="num">${won(priceOf(item, wish.options) * wish.quantity)}</span></button></div></form>`;
}

export const sendGiftScreen = itemId => gated(t('shop.sendAsGift'), () => html`<a class="back" href="#gifts">‹ ${t('shop.tab.gifts')}</a>
  ${itemId ? shown(`item:null:${itemId}`, itemOf(null, itemId), form) : nothing}`);
