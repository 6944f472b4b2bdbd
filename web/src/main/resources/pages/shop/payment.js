// The way to PortOne's window and back: its document has no token, and is told nothing but what the window needs.
import { go } from '../kit/frame.js';
import { language } from '../kit/words.js';

const KEPT = 'siren.pay';

/** Opens the window of a checkout; one that points cover whole has none and is looked at straight away. */
export function toPayment(checkout) {
  if (!checkout.portone) return go(`checkouts/${checkout.checkoutId}`);
  sessionStorage.setItem(KEPT, JSON.stringify({
    ...checkout.portone, checkoutId: checkout.checkoutId, orderName: checkout.orderName, amountKrw: checkout.amountKrw, language: language(),
  }));
  location.assign('/shop/pay');
}
