import { answer, asked, find, pass, problem, replace, sockets, tones } from './world.js';
import { STORE, enter, fill, item, store } from './shop-page.js';
import { html } from '../kit/frame.js';
import { drop } from '../kit/load.js';
import { bell } from '../kit/bell.js';
import { basket } from '../shop/basket.js';
import { checkoutScreen } from '../shop/checkout.js';
import { orderScreen } from '../shop/order.js';
import { storesScreen } from '../shop/stores.js';
import { link } from '../shop/shop.js';
import { equal, run, test, until } from './harness.js';

const [CHECKOUT, ORDER] = ['0190a0a0-0000-7000-8000-0000000000c1', '0190a0a0-0000-7000-8000-0000000000d1'];
const checkout = more => ({ checkoutId: CHECKOUT, status: 'OPEN', outcome: null, orderId: null, giftId: null, reason: null, amountKrw: 4_500, pointsKrw: 0, orderName: '아메리카노', portone: null, ...more });
const order = more => ({ orderId: ORDER, storeId: STORE, storeName: '강남점', number: '42', status: 'WAITING', version: 1, lines: [], amountKrw: 4_500, discountKrw: 0, pickup: 'TO_GO', note: null, placedAt: new Date().toISOString(), timeline: [], ...more });
const seen = text => until(() => find('main', text), text);

const SCREENS = { checkouts: checkoutScreen, orders: orderScreen, stores: storesScreen };
await enter(() => {
  const [name, id] = location.hash.slice(1).split('/');
  return SCREENS[name]?.(id) ?? html``;
});

test('a_payment_that_became_no_order_says_that_the_money_is_back_and_why', async () => {
  fill([item('americano', '아메리카노', 4_500)], { checkoutId: CHECKOUT, content: '{}' });
  answer(`GET /checkouts/${CHECKOUT}`, checkout({ status: 'PAID', outcome: 'REFUNDED', reason: 'store-closed' }));
  location.hash = `checkouts/${CHECKOUT}`;
  await seen('결제 금액을 환불했습니다');
  equal([find('main', '영업 중인 매장이 아닙니다') !== undefined, find('main', 'store-closed')], [true, undefined]);
  equal([basket.checkoutId, basket.lines.length, find('main a').getAttribute('href')], [null, 1, '#basket']);
  location.hash = '';
  await until(() => !find('main h1'), 'left');
});

test('a_payment_that_is_not_known_after_a_minute_need_not_be_waited_for', async () => {
  answer(`GET /checkouts/${CHECKOUT}`, checkout());
  location.hash = `checkouts/${CHECKOUT}`;
  await seen('잠시만 기다려 주세요.');
  pass(61_000);
  await seen('이 화면을 닫으셔도 됩니다. 결제가 확인되면 주문으로 접수되고, 그렇지 않으면 환불됩니다.');
  answer(`GET /checkouts/${CHECKOUT}`, checkout({ status: 'PAID', outcome: 'ORDER', orderId: ORDER }));
  await until(() => location.hash === `#orders/${ORDER}`, 'it goes on asking and finds the order');
});

test('an_order_has_the_phone_number_of_its_store', async () => {
  answer(`GET /orders/${ORDER}`, order());
  answer(`GET /orders/${ORDER}/pickup-code`, problem(404, 'not-found', ''));
  drop('*');
  location.hash = `orders/${ORDER}`;
  await until(() => find('a[href="tel:021234567"]', '02-123-4567'), 'the number');
});

test('an_order_that_is_accepted_and_ready_is_heard_felt_and_read_in_the_title', async () => {
  const felt = [];
  replace(navigator, 'vibrate', pattern => felt.push(pattern));
  replace(navigator, 'userActivation', { hasBeenActive: true });
  await bell.unlock();
  await until(() => link.phase === 'live', 'connected');
  await until(() => document.title.startsWith('42번 확인 중'), 'the title');
  const told = { orderId: ORDER, number: '42', storeName: '강남점', readyBy: null };
  answer(`GET /orders/${ORDER}`, order({ status: 'ACCEPTED', version: 2 }));
  sockets.at(-1).push('order.status', { ...told, status: 'accept' }, { pos: '2-0' });
  equal([tones.length, felt.length, document.title], [3, 1, '강남점에서 42번 주문을 접수했습니다.']);
  await until(() => document.title.startsWith('42번 준비 중'), 'the title of what is shown');
  answer(`GET /orders/${ORDER}`, order({ status: 'FINISHED', version: 3 }));
  sockets.at(-1).push('order.status', { ...told, status: 'finish' }, { pos: '3-0' });
  equal([tones.length, felt.length, document.title], [6, 2, '42번 주문이 준비되었습니다. 픽업해 주세요.']);
  await until(() => find('.toast', '준비되었습니다'), 'said');
  await seen('준비가 끝났습니다');
});

test('the_stores_near_a_buyer_are_asked_for_on_a_tap_and_within_a_hundred_metres', async () => {
  let located = 0;
  replace(navigator, 'geolocation', { getCurrentPosition: found => ++located && found({ coords: { latitude: 37.49794, longitude: 127.02761 } }) });
  answer('GET /stores', { items: [store({ name: '닫힌 점', open: false, storeId: 'a' }), store()], nextCursor: null });
  location.hash = 'stores';
  await until(() => document.querySelectorAll('.store-card').length === 2, 'the list');
  equal([...document.querySelectorAll('.store-card strong')].map(one => one.textContent), ['강남점', '닫힌 점']);
  equal([located, asked.some(({ search }) => search.includes('near'))], [0, false]);
  find('button[aria-pressed]', '가까운 매장').click();
  await until(() => asked.at(-1).search.includes('near'), 'asked for');
  equal([asked.at(-1).search, located], ['?limit=100&near=37.498,127.028', 1]);
  equal(JSON.stringify({ ...localStorage, ...sessionStorage }).includes('37.49'), false);
});

run();
