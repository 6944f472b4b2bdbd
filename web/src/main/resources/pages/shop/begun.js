// The checkout that the basket was last paid by: looked at before another is made, so that nothing is bought twice.
import { mayRepeat, path } from '../kit/api.js';
import { go, here, toast } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { basket, emptyBasket, keepBasket } from './basket.js';
import { api, session, signedIn } from './shop.js';

const NOT_OURS = [403, 404];
const ENDED = [404, 409];
const REUSED = 'idempotency-key-reused';

/** The basket's checkout, or null when nothing can come of it: another buyer's, one that expired, one whose money is back. */
async function known() {
  const id = basket.checkoutId;
  const checkout = id && await api.get(path`/checkouts/${id}`).catch(failure => {
    if (!NOT_OURS.includes(failure.status)) throw failure;
    return null;
  });
  return checkout && checkout.status !== 'EXPIRED' && checkout.outcome !== 'REFUNDED' ? { ...checkout, checkoutId: id } : null;
}

const note = values => {
  Object.assign(basket, values);
  keepBasket();
};

/** Opens a checkout. The basket keeps the key until the answer is there, since a lost answer may have been a checkout. */
async function ask(body, key) {
  try {
    const checkout = await api.post('/checkouts', body, { key });
    note({ asked: null, checkoutId: checkout.checkoutId, content: JSON.stringify(body) });
    return checkout;
  } catch (failure) {
    if (!mayRepeat(failure) && failure.slug !== REUSED) note({ asked: null });
    throw failure;
  }
}

function open(body) {
  const key = crypto.randomUUID();
  note({ asked: { key, body } });
  return ask(body, key);
}

/** Finds the checkout whose answer was lost: its key opens one where there is none yet, and is refused to any other content. */
async function recover(body) {
  const { key, body: lost } = basket.asked;
  try {
    await ask(body, key);
  } catch (failure) {
    if (failure.slug !== REUSED) throw failure;
    await ask(lost, key).catch(refused);
  }
}

/** Forgets a key whose request was refused for good and so became no checkout. */
function refused(failure) {
  if (mayRepeat(failure)) throw failure;
  note({ asked: null });
}

/** The checkout to pay for what is in the basket: the one that was begun for it, or a new one. */
export async function checkoutFor(body) {
  if (basket.asked) await recover(body);
  return await begun(JSON.stringify(body)) ?? await open(body);
}

/** The checkout to go on with: one that is paid, or an open one of the same content; one of another content is given up. */
async function begun(content) {
  const checkout = await known();
  if (!checkout) note({ checkoutId: null, content: null });
  if (!checkout || checkout.status === 'PAID') return asPaid(checkout);
  if (content === basket.content && checkout.portone) return checkout;
  await api.post(path`/checkouts/${checkout.checkoutId}/abandonment`, undefined, { once: `abandon.${checkout.checkoutId}` }).catch(failure => {
    if (!ENDED.includes(failure.status)) throw failure;
  });
  const left = await known();
  return left?.status === 'PAID' ? asPaid(left) : null;
}

/** One that has no window any more is looked at straight away. */
const asPaid = checkout => checkout && { ...checkout, portone: null };

/** Empties the basket of a checkout that became an order while no page of ours was open, and says where that is. */
async function findOrder() {
  if (!signedIn() || !basket.checkoutId || here()[0] === 'checkouts') return;
  const id = basket.checkoutId;
  const checkout = await known().catch(failure => console.warn('checkout not known yet', failure.message));
  if (basket.checkoutId !== id || checkout === undefined) return;
  if (checkout?.outcome === 'ORDER') {
    const order = checkout.orderId ?? id;
    emptyBasket();
    toast(t('shop.basket.ordered'), { kind: 'ok', ms: 0, action: { label: t('shop.look'), run: () => go(`orders/${order}`) } });
  } else if (!checkout) {
    note({ checkoutId: null, content: null });
  }
}

session.on(findOrder);
addEventListener('pageshow', event => event.persisted && findOrder());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && findOrder());
