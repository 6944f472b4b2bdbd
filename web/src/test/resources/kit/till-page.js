// One screen of the till, whose merchant has signed in and which is connected.
import { answer } from './world.js';
import '../till/words.js';
import { bell } from '../kit/bell.js';
import { chrome, html, mount } from '../kit/frame.js';
import { desk } from '../till/desk.js';
import '../till/hearing.js';
import { start } from '../till/shift.js';
import { until } from './harness.js';

export const [MERCHANT, STORE, WALLET] = ['a', 'b', 'c'].map(end => `0190a0a0-0000-7000-8000-00000000000${end}`);

const NAMES = { americano: '아메리카노', latte: '카페 라떼', cake: '치즈케이크' };
const sizes = { key: 'size', name: '크기', choices: [{ value: 'TALL', name: '톨', priceDeltaKrw: 0 }, { value: 'GRANDE', name: '그란데', priceDeltaKrw: 500 }] };

/** A line of an order. */
export const line = (menuItemId, quantity, options = {}) => ({ menuItemId, name: NAMES[menuItemId], englishName: null, quantity, options, choices: null, priceKrw: 4_500 });

/** An order that was placed so many seconds ago. */
export const order = (number, secondsAgo, lines, more = {}) => ({
  orderId: `order-${number}`, storeId: STORE, storeName: '강남점', number: `${number}`, status: 'WAITING', version: 1, lines, amountKrw: lines.reduce((sum, one) => sum + one.priceKrw * one.quantity, 0),
  discountKrw: 0, tender: 'CARD', pickup: 'TO_GO', note: null, placedAt: new Date(Date.now() - secondsAgo * 1000).toISOString(), answerBy: null, readyBy: null, collection: null, timeline: [], ...more,
});

const items = () => Object.entries(NAMES).map(([menuItemId, name]) => ({ menuItemId, name, englishName: menuItemId, category: menuItemId === 'cake' ? 'FOOD' : 'DRINK', available: true, soldOutUntil: null, optionGroups: menuItemId === 'cake' ? [] : [sizes] }));

/** Signs in, connects and shows a screen. */
export async function enter(screen) {
  answer('POST /sessions/refreshes', { accessToken: `e30.${btoa(JSON.stringify({ sub: MERCHANT, store_id: STORE, wallet_id: WALLET }))}.x`, expiresIn: 900 });
  answer('POST /ws-tickets', { ticket: 't' });
  answer(`GET /stores/${STORE}`, { storeId: STORE, name: '강남점', accepting: true, answerWithinSeconds: 300 });
  answer(`GET /stores/${STORE}/kitchen`, {});
  answer(`GET /stores/${STORE}/orders`, { items: [], nextCursor: null });
  answer('GET /menu', { items: items() });
  await desk.session.start();
  await bell.unlock();
  start();
  mount(document.getElementById('app'), () => html`<main>${screen()}</main>${chrome()}`);
  await until(() => desk.loaded && desk.menu.size && desk.store, 'connected');
}
