// The basket: kept on this device until its checkout has become an order.
import { ask } from '../kit/dialog.js';
import { prefs, redraw, toast } from '../kit/frame.js';
import { t } from '../kit/words.js';

const MOST_LINES = 20;
const EMPTY = { storeId: null, storeName: '', address: '', pickup: 'TO_GO', note: '', points: 0, lines: [], checkoutId: null, content: null, asked: null };

const kept = () => ({ ...EMPTY, lines: [], ...prefs.get('basket', {}) });

export const basket = kept();

/** Writes it down, for a reload and for the other tabs. */
export function keepBasket() {
  prefs.set('basket', basket);
  redraw();
}

// All tabs of a device have one basket and one checkout, so that a second tab does not pay again.
addEventListener('storage', event => {
  if (event.key !== 'siren.shop.basket') return;
  Object.assign(basket, kept());
  redraw();
});

/** Empties it, once its checkout is an order. */
export function emptyBasket() {
  Object.assign(basket, { ...EMPTY, lines: [], pickup: basket.pickup });
  keepBasket();
}

const sameLine = (a, b) => a.menuItemId === b.menuItemId && JSON.stringify(a.options) === JSON.stringify(b.options);

/** Adds a line; asks before it replaces the basket of another store. False when the buyer said no or it is full. */
export async function addLine(store, line) {
  if (basket.lines.length && basket.storeId !== store.storeId) {
    const yes = await ask({ title: t('shop.basket.other'), text: t('shop.basket.otherText', { store: basket.storeName }), yes: t('shop.basket.replace') });
    if (!yes) return false;
    emptyBasket();
  }
  const known = basket.lines.find(other => sameLine(other, line));
  if (!known && basket.lines.length >= MOST_LINES) {
    toast(t('shop.basket.full', { n: MOST_LINES }), { kind: 'bad' });
    return false;
  }
  Object.assign(basket, store);
  if (known) Object.assign(known, { ...line, wasKrw: undefined, quantity: Math.min(99, known.quantity + line.quantity) });
  else basket.lines.push(line);
  keepBasket();
  return true;
}

/** Takes over what the store asks for lines now; `wasKrw` is what a line cost when it was put in. */
export function reprice(asked, quoted) {
  asked.forEach((one, at) => {
    const line = basket.lines.find(other => sameLine(other, one)), { priceKrw } = quoted[at];
    if (!line || line.priceKrw === priceKrw) return;
    Object.assign(line, { priceKrw, wasKrw: line.wasKrw ?? line.priceKrw });
    keepBasket();
  });
}
