import { answer, asked, find, problem, write } from './world.js';
import { choice, enter, fill, item, line, store } from './shop-page.js';
import { basket, addLine } from '../shop/basket.js';
import { basketScreen } from '../shop/paying.js';
import { equal, run, settled, test, until } from './harness.js';

const coffee = item('americano', '아메리카노', 4_500), cake = item('cheesecake', '치즈케이크', 7_500);
const lineOf = name => find('.basket-line', name);
const pay = () => find('[data-test=pay]').click();
const refused = () => asked.filter(({ name }) => name === 'POST /checkouts').length;

/** Shows a basket of which nothing has been said yet. */
async function shown(items, more = {}) {
  fill(items, more);
  await until(() => document.querySelectorAll('.basket-line').length === items.length && find('#note').value === (more.note ?? ''), 'the basket');
  write('#note', more.note ?? '');
  await until(() => !find('[data-test=pay]').disabled, 'it can be paid for');
}

await enter(basketScreen);

test('an_item_of_which_too_few_are_left_is_said_at_its_line_and_nothing_typed_is_lost', async () => {
  await shown([coffee, cake], { note: '얼음 적게', pickup: 'DINE_IN' });
  answer('POST /checkouts', problem(409, 'item-unavailable', '품절된 메뉴가 있습니다.', { lines: [1], remaining: [0] }));
  pay();
  await until(() => lineOf('치즈케이크').textContent.includes('품절된 메뉴가 있습니다.'), 'said at the line');
  equal([lineOf('아메리카노').textContent.includes('품절'), find('.note-bad') === undefined], [false, true]);
  equal([find('#note').value, basket.note, basket.pickup, basket.lines.length], ['얼음 적게', '얼음 적게', 'DINE_IN', 2]);
  equal(asked.findLast(({ name }) => name === 'POST /checkouts').body.note, '얼음 적게');
});

test('an_item_that_was_struck_out_is_said_at_its_line_before_it_is_paid_for', async () => {
  await shown([coffee, { ...cake, available: false }]);
  await until(() => lineOf('치즈케이크').querySelector('.error')?.textContent === '품절', 'said at the line');
  equal(lineOf('아메리카노').textContent.includes('품절'), false);
});

test('a_choice_that_was_struck_out_is_said_at_its_line', async () => {
  const oats = item('latte', '라떼', 5_000, { chosen: { milk: 'OAT' }, optionGroups: [{ key: 'milk', name: '우유', choices: [choice('MILK', '우유'), choice('OAT', '귀리', { available: false })] }] });
  await shown([oats]);
  await until(() => lineOf('라떼').textContent.includes('품절'), 'said at the line');
});

test('a_store_that_closed_meanwhile_is_said_and_the_basket_stays', async () => {
  await shown([coffee, cake], { note: '얼음 적게' });
  answer('POST /checkouts', problem(409, 'store-closed', '영업 중인 매장이 아닙니다.'));
  pay();
  await until(() => find('.note-bad[role=alert]', '영업 중인 매장이 아닙니다.'), 'said');
  equal([find('.basket-line .error') === undefined, find('#note').value, basket.lines.length, find('[data-test=pay]').disabled], [true, '얼음 적게', 2, false]);
});

test('a_cup_for_taking_out_is_not_drunk_from_at_the_store_and_is_replaced_by_a_tap', async () => {
  const latte = item('latte', '라떼', 5_000, { chosen: { cup: 'PAPER' }, optionGroups: [{ key: 'cup', name: '컵', choices: [choice('PAPER', '일회용컵', { notFor: ['DINE_IN'] }), choice('MUG', '머그')] }] });
  await shown([latte]);
  equal(find('.basket-line .note-warn'), undefined);
  [...document.querySelectorAll('[name=pickup]')].at(-1).click();
  await until(() => find('.basket-line .note-warn', '일회용컵'), 'explained');
  find('.basket-line .note-warn button').click();
  await until(() => !find('.basket-line .note-warn'), 'replaced');
  equal([basket.lines[0].options, basket.lines[0].choices, basket.pickup], [{ cup: 'MUG' }, ['머그'], 'DINE_IN']);
});

test('a_note_is_counted_as_people_count_and_one_that_is_too_long_is_not_paid_for', async () => {
  await shown([coffee]);
  const before = refused();
  write('#note', '👨‍👩‍👧‍👦'.repeat(20));
  await until(() => find('#note-hint').textContent === '20/20자', 'counted');
  equal([find('#note').getAttribute('aria-invalid'), find('[data-test=pay]').disabled], ['false', false]);
  write('#note', '가'.repeat(21));
  await until(() => find('#note-hint').textContent === '21/20자', 'counted');
  equal([find('#note').getAttribute('aria-invalid'), find('[data-test=pay]').disabled], ['true', true]);
  pay();
  await settled();
  equal(refused(), before);
});

test('a_basket_has_room_for_twenty_lines_and_for_more_of_each', async () => {
  await shown([coffee]);
  const { storeId, name: storeName, address } = store();
  const put = size => addLine({ storeId, storeName, address }, line(coffee, { size }));
  for (let size = 2; size <= 20; size++) equal(await put(size), true);
  equal([await put(21), basket.lines.length], [false, 20]);
  await until(() => find('.toast', '20가지'), 'said');
  equal([await put(20), basket.lines.length, basket.lines.at(-1).quantity], [true, 20, 2]);
});

run();
