import { answer, asked, find, problem, replace, write } from './world.js';
import { STORE, WALLET, enter, line, order } from './till-page.js';
import { prefs } from '../kit/frame.js';
import { addDays, dayOf, startOf } from '../kit/won.js';
import { day } from '../till/day.js';
import { desk } from '../till/desk.js';
import { past } from '../till/past.js';
import { settings } from '../till/settings.js';
import { signIn } from '../till/signin.js';
import { soldOut } from '../till/soldout.js';
import { printTicket } from '../till/ticket.js';
import { equal, run, test, until } from './harness.js';

const SCREENS = { day, past, settings, signIn, soldOut };
const TODAY = dayOf(Date.now());
const last = name => asked.findLast(one => one.name === name);
let screen = 'soldOut', printed = 0;
replace(window, 'print', () => printed++);
await enter(() => SCREENS[screen]());

async function go(next, css) {
  screen = next;
  dispatchEvent(new Event('languagechange'));
  await until(() => find(css), next);
}

test('an_item_is_sold_out_for_today_or_until_told_otherwise_or_on_sale', async () => {
  const name = `PUT /stores/${STORE}/menu/cake/availability`, tomorrow = startOf(addDays(TODAY, 1));
  answer(name, null);
  await go('soldOut', '[data-item=cake]');
  for (const [state, body, count] of [['today', { available: false, until: tomorrow }, 1], ['told', { available: false }, 1], ['on', { available: true }, 0]]) {
    find(`[data-item=cake] [data-state=${state}]`).click();
    await until(() => find(`.soldout-row.${state}[data-item=cake] [data-state=${state}][aria-pressed=true]`), state);
    equal([last(name).body, find('h2 .pill').textContent, document.querySelectorAll('[data-item=cake] [aria-pressed=true]').length], [body, `품절 ${count}개`, 1]);
  }
});

test('the_minutes_to_answer_are_those_of_the_store', async () => {
  const name = `PATCH /stores/${STORE}`;
  answer(name, ({ answerWithinSeconds }) => ({ body: { answerWithinSeconds } }));
  await go('settings', '.settings');
  const group = find('[role=group][aria-label="주문에 답할 시간"]'), pressed = () => group.querySelector('[aria-pressed=true]').textContent;
  equal([[...group.children].map(one => one.textContent), pressed()], [['3분', '4분', '5분', '6분', '8분', '10분'], '5분']);
  [...group.children].at(-1).click();
  await until(() => find('.toast', '저장했습니다.'), 'saved');
  await until(() => pressed() === '10분', 'chosen');
  equal(last(name).body, { answerWithinSeconds: 600 });
});

test('a_ticket_is_as_wide_as_its_paper_and_has_prices_where_they_are_wanted', async () => {
  const setting = (label, text) => [...find(`[role=group][aria-label="${label}"]`).children].find(one => one.textContent === text).click();
  const ticket = () => {
    printTicket(order(42, 60, [line('latte', 2, { size: 'GRANDE' })]));
    const [paper] = document.adoptedStyleSheets.at(-1).cssRules, content = document.querySelector('.print .ticket');
    dispatchEvent(new Event('afterprint'));
    return [/^@page .*size: (\d+)mm/.exec(paper.cssText)[1], content.className, content.textContent.includes('9,000원')];
  };
  await go('settings', '.settings');
  equal(ticket(), ['80', 'ticket ticket-80', false]);
  setting('용지 너비', '58 mm');
  setting('금액 표시', '예');
  equal([ticket(), printed, document.querySelector('.print')], [['58', 'ticket ticket-58', true], 2, null]);
});

test('the_day_is_printed_and_saved_as_a_table', async () => {
  const files = [], names = [];
  answer(`GET /wallets/${WALLET}/days`, { items: [{ day: TODAY, sales: 3, salesKrw: 15_000, reversals: 1, reversalsKrw: 4_500, netKrw: 10_500, byTender: { cardKrw: 10_500 } }] });
  answer(`GET /stores/${STORE}/orders`, { items: [order(7, 90, [line('latte', 1)], { status: 'REFUSED', reason: 'SOLD_OUT' })], nextCursor: null });
  replace(URL, 'createObjectURL', file => (files.push(file), 'blob:day'));
  replace(HTMLAnchorElement.prototype, 'click', function () { names.push(this.download); });
  await go('day', '.figure-main');
  const before = printed;
  find('.page button', '인쇄').click();
  const paper = document.querySelector('.print').textContent;
  equal([printed - before, ['강남점', TODAY, '10,500원', '거절 · 품절'].map(part => paper.includes(part)), document.adoptedStyleSheets.at(-1).cssRules[0].cssText.includes('15mm')], [1, [true, true, true, true], true]);
  dispatchEvent(new Event('afterprint'));
  find('.page button', 'CSV').click();
  const bytes = new Uint8Array(await files[0].arrayBuffer()), rows = (await files[0].text()).replace('\ufeff', '').split('\r\n');
  equal([names, [...bytes.slice(0, 3)], rows.length], [[`${TODAY}.csv`], [0xef, 0xbb, 0xbf], 9]);
  equal([rows[0], rows.at(-1)], ['"day","sales","sales_krw","reversals","reversals_krw","net_krw"', `"${TODAY}","3","15000","1","4500","10500"`]);
});

test('past_orders_are_those_of_the_day_that_was_chosen', async () => {
  const [yesterday, name] = [addDays(TODAY, -1), `GET /stores/${STORE}/orders`];
  const range = ({ search }) => ['from', 'to'].map(one => new URLSearchParams(search).get(one));
  await go('past', '#past-day');
  await until(() => find('.past-row'), 'those of today');
  equal(range(last(name)), [startOf(TODAY), startOf(addDays(TODAY, 1))]);
  answer(name, { items: [order(12, 86_400, [line('cake', 1)], { status: 'FINISHED' })], nextCursor: null });
  find('#past-day').value = yesterday;
  find('#past-day').dispatchEvent(new Event('change'));
  await until(() => find('.past-row[data-order="12"]'), 'those of yesterday');
  equal([range(last(name)), document.querySelectorAll('.past-row').length], [[startOf(yesterday), startOf(TODAY)], 1]);
});

test('a_sign_in_while_the_service_is_away_says_so_and_keeps_what_was_typed', async () => {
  prefs.set('merchant', 'gangnam');
  await go('signIn', '#password');
  write('#password', 'correct horse');
  find('.signin .btn-primary').click();
  await until(() => find('#signin-error[role=alert]', '서버에 연결할 수 없습니다. 잠시 후 다시 시도해 주세요.'), 'no answer');
  answer('POST /sessions', problem(503, 'neighbour-unavailable', '잠시 후 다시 시도해 주세요.'));
  find('.signin .btn-primary').click();
  await until(() => find('#signin-error').textContent === '잠시 후 다시 시도해 주세요.', 'no service');
  equal([find('#merchant').value, find('#password').value, find('.signin .btn-primary').disabled], ['gangnam', 'correct horse', false]);
  equal(last('POST /sessions').body, { handle: 'gangnam', password: 'correct horse', keep: true });
});

run();
