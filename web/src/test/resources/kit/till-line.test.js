import { answer, find, pass, problem, sockets, startClock, stopClock, tones, welcome } from './world.js';
import { enter, line, order } from './till-page.js';
import { html, onSecond, redraw } from '../kit/frame.js';
import { desk } from '../till/desk.js';
import { keptBoard } from '../till/kept.js';
import { stoppedScreen } from '../till/start.js';
import { banner, top } from '../till/top.js';
import { clock } from '../kit/won.js';
import { equal, run, test, until } from './harness.js';

const LOW = 196;
const low = () => tones.filter(pitch => pitch === LOW).length;
const screens = { line: () => html`${banner()}${top()}`, stopped: () => html`${stoppedScreen()}`, kept: keptBoard };
let screen = 'line';
await enter(() => screens[screen]());
// As till/main.js does while the line is away.
onSecond(() => desk.link.lostAt && redraw());

test('a_line_that_is_lost_is_amber_after_a_second_and_red_after_five_in_words', async () => {
  await until(() => find('[data-line=live]', '연결됨'), 'green');
  answer('POST /ws-tickets', problem(503, 'neighbour-unavailable', ''));
  stopClock();
  sockets.at(-1).end(1006);
  await until(() => find('[data-line=blink]', '연결됨'), 'a moment is not said');
  equal(find('.banner'), undefined);
  pass(1_000);
  await until(() => find('[data-line=waiting]', '다시 연결하는 중'), 'amber');
  equal([find('.banner'), low()], [undefined, 0]);
  pass(4_000);
  await until(() => find('.banner[role=alert]'), 'red');
  startClock();
  equal(find('.banner span').textContent.trim(), `${clock(desk.link.lostAt)}부터 연결이 끊겼습니다. 새 주문이 이 화면에 들어오지 않습니다. 연결된 다른 기기가 없으면 20초 뒤 고객에게 영업 종료로 표시됩니다.`);
});

test('a_line_that_stays_away_is_heard_every_thirty_seconds', async () => {
  await until(() => low() === 1, 'heard');
  pass(20_000);
  await new Promise(resolve => setTimeout(resolve, 1_100));
  equal(low(), 1);
  pass(10_000);
  await until(() => low() === 2, 'heard again');
});

test('what_came_while_the_line_was_away_is_counted_when_it_is_back', async () => {
  answer('POST /ws-tickets', { ticket: 't' });
  Object.assign(welcome, { resumed: true });
  const away = Math.round((Date.now() - desk.link.lostAt) / 1000);
  desk.link.retryNow();
  await until(() => desk.link.phase === 'live', 'back');
  [51, 52].forEach(number => sockets.at(-1).push('order.placed', order(number, 9, [line('latte', 1)]), { id: `${number}`, pos: `${number}-0`, ack: true }));
  await until(() => find('.toast', '들어온 주문 2건을 가져왔습니다.'), 'said');
  const seconds = Number(/끊긴 (\d+)초/.exec(find('.toast').textContent)[1]);
  equal([seconds >= away, seconds <= away + 5, find('.banner')], [true, true, undefined]);
});

const STOPS = { 4501: ['superseded', '다른 창에서 사용 중입니다', '이 창에서 계속하기'], 4503: ['too-many', '연결된 기기가 너무 많습니다', '다시 연결'], 4599: ['refused', '연결이 거절되었습니다', '다시 연결'],
  4502: ['forbidden', '이 계정으로는 주문을 받을 수 없습니다', '다시 로그인'], 4504: ['bug', '화면을 새로 불러와야 합니다', '새로고침'] };

test('a_line_that_was_stopped_says_why_and_has_the_one_button_that_helps', async () => {
  screen = 'stopped';
  for (const [code, [why, title, help]] of Object.entries(STOPS)) {
    desk.link.start();
    await until(() => desk.link.phase === 'live', 'connected');
    sockets.at(-1).end(Number(code));
    await until(() => find(`[data-stopped=${why}] h1`, title), title);
    equal([document.querySelectorAll('[data-stopped] button').length, find('[data-stopped] button').textContent], [1, help]);
    equal(find('[data-stopped] p').textContent.length > 10, true);
  }
});

test('without_any_answer_it_says_that_it_is_connecting', async () => {
  screen = 'kept';
  desk.kept = null;
  desk.link.start();
  await until(() => find('.banner[role=alert]', '서버에 연결하고 있습니다.'), 'said');
  equal([find('.banner').textContent.includes('연결되면 바로 시작합니다.'), find('main button')], [true, undefined]);
});

run();
