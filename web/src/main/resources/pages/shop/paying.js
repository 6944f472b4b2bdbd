// The basket's screen: what is in it, when it would be ready, and the way to pay.
import { explain } from '../kit/api.js';
import { bell } from '../kit/bell.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { drop, load } from '../kit/load.js';
import { clock, won } from '../kit/won.js';
import { language, t } from '../kit/words.js';
import { basket, keepBasket, reprice } from './basket.js';
import { checkoutFor } from './begun.js';
import { icon } from './icons.js';
import { fitted, isGone, misfits, namesOf, priceOf } from './options.js';
import { itemOf } from './menu.js';
import { toPayment } from './payment.js';
import { api, session, signIn, signedIn } from './shop.js';
import { stepper } from './stepper.js';

const NOTE = 20;
/** Checkout whose amount is another than the one that was shown; paid after the buyer was told of it. */
let told = null;
let problem = null, sending = false;

function keep() {
  problem = told = null;
  keepBasket();
}

// Another tab has changed the basket: what was refused is not what is in it now.
addEventListener('storage', event => {
  if (event.key === 'siren.shop.basket') problem = null;
});

const graphemes = text => [...new Intl.Segmenter(language(), { granularity: 'grapheme' }).segment(text)].length;
const totalOf = () => basket.lines.reduce((sum, line) => sum + line.priceKrw * line.quantity, 0);
const wanted = () => basket.lines.map(({ menuItemId, quantity, options }) => ({ menuItemId, quantity, options }));
const misfit = line => {
  const item = itemOf(basket.storeId, line.menuItemId).value;
  return item ? misfits(item, line.options, basket.pickup) : [];
};

const gone = line => {
  const item = itemOf(basket.storeId, line.menuItemId).value;
  return item && isGone(item, line.options);
};

/** Price and promised time as the store says now; absent where the store does not say. */
function quoteOf() {
  const { storeId, pickup } = basket, lines = wanted();
  return load(`quote:${JSON.stringify([storeId, pickup, lines])}`, async () => {
    const quote = await api.post('/quotes', { storeId, lines, pickup });
    reprice(lines, quote.lines);
    return quote;
  }, { fresh: 30_000 });
}

function fit(line) {
  const item = itemOf(basket.storeId, line.menuItemId).value;
  line.options = fitted(item, line.options, basket.pickup);
  Object.assign(line, { choices: namesOf(item, line.options), priceKrw: priceOf(item, line.options), wasKrw: undefined });
  keep();
}

const body = () => ({
  intent: 'ORDER', storeId: basket.storeId, lines: wanted(), pickup: basket.pickup,
  ...(basket.note.trim() && { note: basket.note.trim() }), ...(usedPoints() > 0 && { points: usedPoints() }),
});

const balance = () => signedIn() ? load('loyalty', () => api.get('/loyalty'), { fresh: 30_000 }).value : null;
/** Points that the basket's own checkout holds meanwhile, which can be used for it again. */
const heldPoints = () => basket.checkoutId ? JSON.parse(basket.content ?? '{}').points ?? 0 : 0;
const spendable = () => Math.min((balance()?.points ?? 0) + heldPoints(), totalOf());
const usedPoints = () => Math.max(0, Math.min(basket.points, spendable()));
const toldOf = () => told?.checkoutId === basket.checkoutId ? told : null;
const due = () => totalOf() - usedPoints();

/** Whether the buyer knows what the checkout costs; otherwise it is said, and the next tap pays. */
function isKnown(checkout, shown) {
  if (!checkout.portone || checkout.amountKrw === shown || toldOf()?.checkoutId === checkout.checkoutId) return true;
  told = checkout;
  drop('quote:*');
  return false;
}

async function pay() {
  bell.unlock();
  if (!signedIn()) return signIn('#basket');
  if (sending) return;
  sending = true;
  problem = null;
  redraw();
  try {
    const shown = due(), checkout = await checkoutFor(body());
    drop('loyalty');
    if (isKnown(checkout, shown)) toPayment(checkout);
  } catch (failure) {
    told = null;
    problem = failure;
    drop(`store:${basket.storeId}`);
    drop(`item:${basket.storeId}:*`);
    drop('quote:*');
  } finally {
    sending = false;
    redraw();
    if (problem) requestAnimationFrame(showTrouble);
  }
}

/** What is wrong with a line or the note may stand above what the screen shows. */
const showTrouble = () => document.querySelector('.basket-line .error, .field .error')?.scrollIntoView({ block: 'nearest' });

const errors = () => problem?.body?.errors ?? [];
/** Whether the refusal is of this line: it names the line, or something that is sold out and this is. */
const isBad = (line, index) => (problem?.body?.lines ?? []).includes(index)
  || errors().some(error => String(error.field ?? '').startsWith(`lines[${index}]`))
  || problem?.slug === 'item-unavailable' && gone(line);
/** Pieces that are left of a line of which too few are. */
function left(index) {
  const n = problem.body?.remaining?.[problem.body.lines?.indexOf(index)];
  return n > 0 ? t('shop.remaining', { n }) : nothing;
}

const isNoteBad = () => errors().some(error => error.field === 'note');

const lineView = (line, index) => html`<li class="basket-line stack tight ${isBad(line, index) || gone(line) ? 'bad' : ''}">
  <div class="spread"><strong>${language() === 'en' && line.englishName ? line.englishName : line.name}</strong><span class="num">${won(line.priceKrw * line.quantity)}</span></div>
  <span class="soft small">${line.choices.join(' · ')}</span>
  ${line.wasKrw && line.wasKrw !== line.priceKrw ? html`<p class="note note-warn" role="status">${t('shop.basket.price', { was: won(line.wasKrw), now: won(line.priceKrw) })}</p>` : nothing}
  ${misfit(line).length ? html`<p class="note note-warn">${t('shop.basket.misfit', { names: misfit(line).join(', ') })} <button class="btn" @click=${() => fit(line)}>${t('shop.basket.fit')}</button></p>` : nothing}
  ${isBad(line, index) ? html`<p class="error" role="alert">${explain(problem)} ${left(index)}</p>` : gone(line) ? html`<p class="error">${t('shop.soldOut')}</p>` : nothing}
  <div class="spread">${stepper(line.quantity, quantity => { line.quantity = quantity; keep(); })}
    <button class="btn btn-quiet" @click=${() => { basket.lines.splice(index, 1); keep(); }}>${t('shop.remove')}</button></div></li>`;

const pickupField = () => html`<fieldset class="stack"><legend>${t('shop.pickup')}</legend><div class="choices">
  ${['TO_GO', 'DINE_IN'].map(kind => html`<label class="choice"><input type="radio" name="pickup" .checked=${basket.pickup === kind} @change=${() => { basket.pickup = kind; keep(); }}><span>${t(`kit.pickup.${kind}`)}</span></label>`)}</div></fieldset>`;

function writeNote(event) {
  basket.note = event.target.value;
  keep();
}

const noteField = () => html`<div class="field"><label for="note">${t('shop.note')}</label>
  <input id="note" .value=${basket.note} autocomplete="off" aria-describedby="note-hint" aria-invalid=${graphemes(basket.note) > NOTE || isNoteBad() ? 'true' : 'false'} @input=${writeNote}>
  ${isNoteBad() ? html`<span class="error" role="alert">${explain(problem)}</span>` : nothing}
  <span class="hint num" id="note-hint">${t('shop.note.count', { n: graphemes(basket.note), most: NOTE })}</span></div>`;

function pointsField() {
  const most = spendable();
  if (most <= 0) return nothing;
  return html`<label class="choice"><input type="checkbox" data-test="points" .checked=${usedPoints() > 0} @change=${event => { basket.points = event.target.checked ? most : 0; keep(); }}>
    <span class="grow">${t('shop.points.use', { points: won(most) })}</span></label>`;
}

function promise() {
  const quote = quoteOf();
  if (quote.error) return quote.error.status === 404 ? nothing : html`<p class="note note-bad" role="alert">${explain(quote.error)}</p>`;
  const said = quote.value?.promise;
  return said ? html`<p class="note note-ok promise"><strong>${t('shop.promise', { from: clock(said.readyFrom), until: clock(said.readyUntil) })}</strong>
    <span>${t('shop.promise.wait', { minutes: said.minutes, ahead: said.ordersAhead })}</span></p>` : nothing;
}

function trouble() {
  if (toldOf()) return html`<p class="note note-warn" role="alert" data-test="amount">${t('shop.basket.amount', { amount: won(told.amountKrw) })}</p>`;
  const own = problem?.body?.ownCheckoutId, isSaid = isNoteBad() || basket.lines.some(isBad);
  if (!problem || isSaid && !own) return nothing;
  return html`<div class="note note-bad stack" role="alert">${isSaid ? nothing : html`<span>${explain(problem)}</span>`}
    ${problem.body?.nextFree ? html`<span>${t('shop.nextFree', { time: clock(problem.body.nextFree) })}</span>` : nothing}
    ${own ? html`<a class="btn" href="#checkouts/${own}">${t('shop.ownCheckout')}</a>` : nothing}</div>`;
}

const label = () => !signedIn() ? t('shop.signin.pay') : html`${t('shop.pay')} · <span class="num">${won(toldOf()?.amountKrw ?? due())}</span>`;

export function basketScreen() {
  if (!basket.lines.length) return html`<h1>${t('shop.basket.title')}</h1><div class="empty">${icon('basket', 'icon big')}<p>${t('shop.basket.empty')}</p><a class="btn btn-primary" href="#stores">${t('shop.stores')}</a></div>`;
  const tooLong = graphemes(basket.note) > NOTE;
  return html`<a class="back" href="#stores/${basket.storeId}">‹ ${t('shop.basket.more')}</a>
    <section class="card store-at-basket"><span class="soft small">${t('shop.basket.at')}</span><h1>${basket.storeName}</h1><p>${basket.address}</p></section>
    ${promise()}
    <ul class="list">${basket.lines.map(lineView)}</ul>
    ${pickupField()}${noteField()}${pointsField()}
    <dl class="sums"><div class="spread"><dt>${t('shop.sum')}</dt><dd class="num">${won(totalOf())}</dd></div>
      ${usedPoints() ? html`<div class="spread"><dt>${t('shop.points')}</dt><dd class="num">−${won(usedPoints())}</dd></div>` : nothing}</dl>
    ${trouble()}
    <div class="action-bar"><button class="btn btn-primary btn-big grow" data-test="pay" ?disabled=${sending || tooLong || session.state === 'unknown'} @click=${pay}>
      ${sending ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${label()}</button></div>`;
}
