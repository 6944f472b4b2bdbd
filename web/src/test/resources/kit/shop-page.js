// One screen of the shop, with a buyer who is signed in.
import { answer, problem } from './world.js';
import '../shop/words.js';
import { chrome, html, mount } from '../kit/frame.js';
import { forgetAnswers } from '../kit/load.js';
import { basket, keepBasket } from '../shop/basket.js';
import { session } from '../shop/shop.js';

export const STORE = '0190a0a0-0000-7000-8000-00000000000b';

/** A choice of a group of options. */
export const choice = (value, name, more = {}) => ({ value, name, priceDeltaKrw: 0, ...more });

/** An item of the menu. */
export const item = (menuItemId, name, priceKrw, more = {}) => ({ menuItemId, name, englishName: name, category: 'DRINK', priceKrw, thumbnailUrl: null, description: '', allergens: [], nutrition: {}, available: true, soldOutUntil: null, remaining: null, optionGroups: [], ...more });

/** The store. */
export const store = (more = {}) => ({ storeId: STORE, name: '강남점', address: '서울 강남구 테헤란로 1', open: true, opensAt: null, phone: '02-123-4567', location: { latitude: 37.5, longitude: 127.03 }, ...more });

/** A line of the basket. */
export const line = ({ menuItemId, name, priceKrw }, options = {}) => ({ menuItemId, name, englishName: name, options, choices: [], quantity: 1, priceKrw });

/** Signs in and shows a screen. */
export async function enter(screen) {
  answer('GET /issuer/.well-known/openid-configuration', { token_endpoint: '/issuer/token' });
  answer('POST /issuer/token', { access_token: `e30.${btoa('{"sub":"kim"}')}.x`, expires_in: 900 });
  answer('POST /ws-tickets', { ticket: 't' });
  answer('GET /loyalty', { points: 0 });
  answer(`GET /stores/${STORE}`, store());
  answer('POST /quotes', problem(404, 'not-found', ''));
  sessionStorage.setItem('siren.oidc.buyer.refresh', 'r');
  await session.start();
  mount(document.getElementById('app'), () => html`<main>${screen()}</main>${chrome()}`);
}

/** Fills the basket with lines of these items. */
export function fill(items, more = {}) {
  items.forEach(one => answer(`GET /menu/${one.menuItemId}`, one));
  Object.assign(basket, { storeId: STORE, storeName: '강남점', address: '', pickup: 'TO_GO', note: '', points: 0, lines: items.map(one => line(one, one.chosen)), checkoutId: null, content: null, asked: null, ...more });
  forgetAnswers();
  keepBasket();
}
