import { answer, find, replace, sockets } from './world.js';
import { enter, line, order } from './till-page.js';
import { board } from '../till/board.js';
import { desk } from '../till/desk.js';
import { equal, run, test, until } from './harness.js';

const screensKeptOn = [];
replace(navigator, 'wakeLock', { request: async kind => screensKeptOn.push(kind) });
await enter(board);

let pos = 1;
const push = (type, one) => sockets.at(-1).push(type, one, { id: crypto.randomUUID(), pos: `${++pos}-0`, ack: type === 'order.placed' });
const place = one => push('order.placed', one);
const said = type => sockets.at(-1).said.filter(({ t }) => t === type);

test('a_till_that_was_started_asks_for_the_screen_to_stay_on', () => equal(screensKeptOn, ['screen']));

test('the_oldest_order_stands_first_whichever_came_first', async () => {
  place(order(42, 20, [line('americano', 1), line('latte', 2)]));
  place(order(41, 90, [line('cake', 1)]));
  place(order(43, 5, [line('americano', 2)], { status: 'ACCEPTED', version: 2 }));
  place(order(40, 300, [line('americano', 1)], { status: 'ACCEPTED', version: 2 }));
  const numbers = column => [...document.querySelectorAll(`.column-${column} [data-order]`)].map(one => one.dataset.order);
  await until(() => numbers('making').length === 2, 'shown');
  equal([numbers('new'), numbers('making')], [['41', '42'], ['40', '43']]);
});

test('all_open_orders_are_counted_by_item_the_most_first', () => {
  const counted = [...document.querySelectorAll('.counts li')].map(one => [one.querySelector('span').textContent, one.querySelector('b').textContent]);
  equal(counted, [['아메리카노', '4'], ['카페 라떼', '2'], ['치즈케이크', '1']]);
});

test('a_new_order_is_said_aloud_to_those_who_do_not_see_it', async () => {
  place(order(44, 1, [line('americano', 2, { size: 'GRANDE' }), line('latte', 1, { size: 'TALL' })]));
  await until(() => find('[role=status][aria-live=polite]', '44번 새 주문, 아메리카노 2, 카페 라떼 1'), 'said');
});

test('a_choice_that_is_not_the_first_of_its_item_is_bold', async () => {
  await until(() => find('[data-order="44"]', '톨'), 'shown');
  const bold = [...document.querySelectorAll('[data-order="44"] .line-choices')].map(one => [one.textContent, [...one.querySelectorAll('b')].map(b => b.textContent)]);
  equal(bold, [['그란데', ['그란데']], ['톨', []]]);
});

test('an_order_that_was_accepted_is_refused_after_all_from_its_menu', async () => {
  answer('GET /orders/order-43', order(43, 5, [line('americano', 2)], { status: 'ACCEPTED', version: 2 }));
  find('[data-order="43"] [data-action=more]').click();
  await until(() => find('dialog [data-action=refuse-after-all]', '접수한 주문 거절'), 'the menu');
  find('[data-action=refuse-after-all]').click();
  await until(() => find('dialog input[value=CANNOT_PREPARE]'), 'the reasons');
  find('dialog input[value=CANNOT_PREPARE]').click();
  await until(() => !find('[data-action=send-refusal]').disabled, 'a reason');
  find('[data-action=send-refusal]').click();
  await until(() => said('order.refuse').length === 1, 'sent');
  equal(said('order.refuse')[0].d, { orderId: 'order-43', reason: 'CANNOT_PREPARE' });
  equal(desk.book.get('order-43').status, 'ACCEPTED');
});

test('an_order_that_ended_elsewhere_is_said_at_once_to_those_who_do_not_see_it', async () => {
  push('order.changed', order(42, 20, [line('americano', 1)], { status: 'CANCELLED', version: 3 }));
  await until(() => find('.visually-hidden[role=alert]', '42번 고객 취소'), 'said');
});

run();
