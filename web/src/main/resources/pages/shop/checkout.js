// The moment after paying: the address is not believed, the checkout is asked until it is an order, a gift or a refund.
import { explain, path } from '../kit/api.js';
import { html, nothing, onSecond, redraw } from '../kit/frame.js';
import { has, t } from '../kit/words.js';
import { basket, emptyBasket, keepBasket } from './basket.js';
import { icon } from './icons.js';
import { toPayment } from './payment.js';
import { api, session, signIn } from './shop.js';

const WAITS = [500, 1_000, 2_000, 3_000];
const PATIENCE = 60_000;
let watch = null;

function follow(id) {
  if (watch?.id === id) return;
  watch = { id, since: Date.now(), tries: 0, checkout: null, error: null };
  look(watch);
}

async function look(mine) {
  try {
    mine.checkout = await api.get(path`/checkouts/${mine.id}`);
    mine.error = null;
  } catch (failure) {
    mine.error = failure;
  }
  if (watch !== mine) return;
  if (mine.checkout?.outcome || mine.checkout?.status === 'EXPIRED') settle(mine);
  else if (mine.error?.status !== 404 && session.state !== 'out') setTimeout(() => watch === mine && isShown(mine) && look(mine), WAITS[Math.min(mine.tries++, WAITS.length - 1)]);
  redraw();
}

const isShown = mine => location.hash === `#checkouts/${mine.id}`;

function settle({ id, checkout }) {
  const mine = basket.checkoutId === id;
  if (checkout.outcome === 'ORDER') {
    if (mine) emptyBasket();
    location.replace(`#orders/${checkout.orderId ?? id}`);
  } else if (checkout.outcome === 'GIFT') {
    location.replace(`#gifts/${checkout.giftId ?? id}`);
  } else if (mine) {
    Object.assign(basket, { checkoutId: null, content: null });
    keepBasket();
  }
}

onSecond(() => watch && isShown(watch) && redraw());
addEventListener('hashchange', () => {
  if (watch && !isShown(watch)) watch = null;
});

/** A reason in words; the services name some as orders do, and a new one may have none yet. */
const why = reason => [`shop.why.${reason}`, `kit.reason.${reason}`].filter(has).map(key => t(key))[0] ?? reason;

const ended = checkout => html`<div class="empty">${icon('back', 'icon big')}
  <h1>${checkout.outcome === 'REFUNDED' ? t('shop.checkout.refunded') : t('shop.checkout.expired')}</h1>
  ${checkout.reason ? html`<p>${t('shop.checkout.reason', { reason: why(checkout.reason) })}</p>` : nothing}
  <a class="btn btn-primary" href="#basket">${t('shop.basket.open')}</a></div>`;

const open = checkout => html`<div class="row center-row">
  ${checkout.portone ? html`<button class="btn" @click=${() => toPayment(checkout)}>${t('shop.checkout.again')}</button>` : nothing}
  <a class="btn btn-quiet" href="#basket">${t('shop.basket.open')}</a></div>`;

const checking = ({ checkout, since }) => html`<div class="empty" aria-live="polite"><span class="spinner big" aria-hidden="true"></span>
  <h1>${t('shop.checkout.checking')}</h1>
  <p>${Date.now() - since > PATIENCE ? t('shop.checkout.patience') : t('shop.checkout.wait')}</p>
  ${checkout?.status === 'OPEN' && Date.now() - since > 3_000 ? open(checkout) : nothing}</div>`;

export function checkoutScreen(id) {
  if (session.state === 'unknown') return html`<div class="empty"><span class="spinner big"></span></div>`;
  if (session.state === 'out') return html`<div class="empty"><p>${t(session.who ? 'shop.signin.ended' : 'shop.signin.needed')}</p><button class="btn btn-primary" @click=${() => signIn()}>${t('shop.signin')}</button></div>`;
  follow(id);
  const { checkout, error } = watch;
  if (checkout && (checkout.outcome || checkout.status === 'EXPIRED')) return ended(checkout);
  return html`${error ? html`<p class="note note-bad" role="alert">${explain(error)}</p>` : nothing}${error?.status === 404 ? html`<a class="btn" href="#basket">${t('shop.basket.open')}</a>` : checking(watch)}`;
}
