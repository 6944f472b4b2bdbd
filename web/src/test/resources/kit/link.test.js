import { Problem } from '../kit/api.js';
import { Link } from '../kit/link.js';
import { equal, run, settled, test, until } from './harness.js';

/** A socket whose other end is the test. */
class Scripted {
  readyState = 1;
  sent = [];
  constructor(url) {
    this.url = new URL(url);
  }
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  say(frame) {
    this.onmessage({ data: JSON.stringify(frame) });
  }
  welcome(d = {}) {
    this.say({ t: 'session.welcome', d: { resumed: false, epoch: 'e', pos: '1-0', serverTime: new Date().toISOString(), heartbeat: { interval: 10_000, grace: 5_000 }, retry: { min: 1, max: 5 }, ...d } });
  }
  end(code) {
    this.readyState = 3;
    this.onclose({ code });
  }
  of(type) {
    return this.sent.filter(frame => frame.t === type);
  }
}

function world({ ticket = () => ({ ticket: 't' }), renew = async () => true, timing = {} } = {}) {
  const sockets = [], events = [];
  const api = { post: async () => ticket(), session: { renew, bearer: () => 'fresh' } };
  const link = new Link({ path: '/ws/merchant', api, device: 'd', open: url => (sockets.push(new Scripted(url)), sockets.at(-1)), timing: { tick: 10, repeat: 20, giveUp: 150, welcome: 300, ...timing } });
  link.on(event => events.push(event));
  return { link, sockets, events, last: () => sockets.at(-1), pushes: () => events.filter(event => event.type === 'push').map(event => event.frame.id) };
}

async function live(options) {
  const w = world(options);
  w.link.start();
  await until(() => w.sockets.length === 1, 'a socket');
  w.last().welcome(options?.welcome);
  return w;
}

const push = (id, pos, t = 'order.placed') => ({ t, id, pos, ts: 1, ack: true, d: {} });

test('it_is_live_only_after_the_welcome', async () => {
  const w = world();
  w.link.start();
  await until(() => w.sockets.length === 1);
  equal(w.link.phase, 'connecting');
  equal([...w.last().url.searchParams], [['ticket', 't'], ['device', 'd'], ['hb', '1']]);
  w.last().welcome();
  equal(w.link.phase, 'live');
  w.link.stop();
});

test('it_comes_back_with_what_it_heard_last', async () => {
  const w = await live();
  w.last().say(push('a', '2-0'));
  w.last().end(1006);
  equal(w.link.phase, 'waiting');
  await until(() => w.sockets.length === 2, 'a second socket');
  equal([w.last().url.searchParams.get('epoch'), w.last().url.searchParams.get('pos')], ['e', '2-0']);
  w.last().welcome({ resumed: true, pos: '2-0' });
  equal(w.events.filter(event => event.type === 'welcome').map(event => event.resumed), [false, true]);
  equal(w.link.lostAt, null);
  w.link.stop();
});

test('after_a_reset_the_new_position_counts', async () => {
  const w = await live();
  w.last().end(1006);
  await until(() => w.sockets.length === 2);
  w.last().welcome({ epoch: 'e2', pos: '900-0' });
  w.last().say({ t: 'session.reset', d: { reason: 'epoch-changed' } });
  w.last().end(1006);
  await until(() => w.sockets.length === 3);
  equal([w.last().url.searchParams.get('epoch'), w.last().url.searchParams.get('pos')], ['e2', '900-0']);
  w.link.stop();
});

for (const [code, why] of [[1000, 'bye'], [1002, 'bug'], [1003, 'bug'], [1007, 'bug'], [1008, 'bug'], [1009, 'bug'], [4500, 'sign-in'], [4501, 'superseded'], [4502, 'forbidden'], [4503, 'too-many'], [4504, 'bug'], [4505, 'update'], [4506, 'sign-in'], [4777, 'refused']]) {
  test(`close_code_${code}_stops_as_${why}`, async () => {
    const w = await live();
    w.last().end(code);
    equal([w.link.phase, w.link.why], ['stopped', why]);
    await settled();
    equal(w.sockets.length, 1);
  });
}

for (const code of [1001, 1006, 1011, 1012, 1013, 4002, 4004, 4099]) {
  test(`close_code_${code}_comes_back`, async () => {
    const w = await live();
    w.last().end(code);
    await until(() => w.sockets.length === 2, 'a second socket');
    w.link.stop();
  });
}

for (const [code, least] of [[4003, 2_000], [4006, 5_000], [4007, 30_000], [4008, 2_000]]) {
  test(`close_code_${code}_waits_at_least_${least}`, async () => {
    const w = await live();
    w.last().end(code);
    const wait = w.link.retryAt - Date.now();
    equal([w.link.phase, wait > least - 100 && wait < least + 100], ['waiting', true], `${wait} ms`);
    w.link.stop();
  });
}

test('a_draining_node_names_the_window_to_come_back_in', async () => {
  const w = await live();
  w.last().say({ t: 'session.draining', d: { reconnectIn: [700, 900] } });
  w.last().end(4000);
  const wait = w.link.retryAt - Date.now();
  equal(wait > 600 && wait <= 900, true, `${wait} ms`);
  w.link.stop();
});

test('an_expired_token_is_renewed_and_the_line_taken_up_at_once', async () => {
  let renewed = 0;
  const w = await live({ renew: async () => ++renewed > 0 });
  w.last().end(4005);
  await until(() => w.sockets.length === 2);
  equal(renewed, 1);
  w.link.stop();
});

test('a_token_that_cannot_be_renewed_asks_to_sign_in', async () => {
  const w = await live({ renew: async () => false });
  w.last().end(4005);
  await until(() => w.link.phase === 'stopped');
  equal(w.link.why, 'sign-in');
});

test('a_warning_of_expiry_refreshes_the_open_socket', async () => {
  const w = await live();
  w.last().say({ t: 'session.expiring', d: { tokenExpires: new Date().toISOString() } });
  await until(() => w.last().of('session.refresh').length === 1);
  equal(w.last().of('session.refresh')[0].d, { token: 'fresh' });
  w.link.stop();
});

test('a_refused_ticket_asks_to_sign_in_and_an_absent_service_is_tried_again', async () => {
  const refused = world({ ticket: () => { throw new Problem(401, {}, null); } });
  refused.link.start();
  await until(() => refused.link.why === 'sign-in');
  let tries = 0;
  const absent = world({ ticket: () => { if (++tries < 3) throw new Problem(503, {}, null); return { ticket: 't' }; } });
  absent.link.start();
  await until(() => absent.sockets.length === 1, 'a socket after failures');
  equal(tries, 3);
  absent.link.stop();
});

test('a_ticket_may_say_how_long_to_wait', async () => {
  const w = world({ ticket: () => { throw new Problem(429, {}, 7); } });
  w.link.start();
  await until(() => w.link.phase === 'waiting');
  equal(w.link.retryAt - Date.now() > 6_900, true);
  w.link.stop();
});

test('silence_beyond_interval_and_grace_is_a_dead_line_whatever_the_socket_says', async () => {
  const w = await live({ welcome: { heartbeat: { interval: 30, grace: 20 } } });
  await until(() => w.sockets.length === 2, 'a second socket');
  equal(w.sockets[0].readyState, 3);
  w.link.stop();
});

test('a_heartbeat_is_answered_and_keeps_the_line', async () => {
  const w = await live({ welcome: { heartbeat: { interval: 40, grace: 40 } } });
  for (let at = 0; at < 6; at++) {
    w.last().say({ t: 'hb', ts: 1 });
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  equal([w.sockets.length, w.last().of('hb').length], [1, 6]);
  w.link.stop();
});

test('a_welcome_that_never_comes_is_tried_again', async () => {
  const w = world({ timing: { welcome: 30 } });
  w.link.start();
  await until(() => w.sockets.length === 2, 'a second socket');
  w.link.stop();
});

test('what_an_old_socket_still_says_is_not_heard', async () => {
  const w = await live();
  const old = w.last(), say = old.onmessage;
  old.end(1006);
  await until(() => w.sockets.length === 2);
  w.last().welcome({ resumed: true });
  say({ data: JSON.stringify(push('late', '9-0')) });
  equal(w.pushes(), []);
  w.link.stop();
});

test('a_command_is_repeated_with_the_same_id_until_it_is_answered', async () => {
  const w = await live();
  const command = w.link.command('order.accept', { orderId: 'o', minutes: 5 });
  await until(() => w.last().of('order.accept').length === 3, 'three frames');
  equal(new Set(w.last().of('order.accept').map(frame => frame.id)).size, 1);
  w.last().say({ t: 'reply', re: command.id, ok: true, d: { status: 'ACCEPTED' } });
  equal([command.state, (await command.answered).reply], ['done', { status: 'ACCEPTED' }]);
  const count = w.last().of('order.accept').length;
  await new Promise(resolve => setTimeout(resolve, 80));
  equal(w.last().of('order.accept').length, count);
  w.link.stop();
});

test('a_command_given_without_a_line_is_said_after_the_welcome', async () => {
  const w = await live();
  w.last().end(1006);
  const command = w.link.command('order.accept', { orderId: 'o', minutes: 5 });
  await until(() => w.sockets.length === 2);
  w.last().welcome({ resumed: true });
  equal(w.last().of('order.accept').map(frame => frame.id), [command.id]);
  w.link.stop();
});

test('a_lost_reply_costs_a_repetition_and_no_second_command', async () => {
  const w = await live();
  const command = w.link.command('order.finish', { orderId: 'o' });
  w.last().end(1006);
  await until(() => w.sockets.length === 2);
  w.last().welcome({ resumed: true });
  equal(w.last().of('order.finish')[0].id, command.id);
  w.last().say({ t: 'reply', re: command.id, ok: true, d: {} });
  w.last().say({ t: 'reply', re: command.id, ok: true, d: {} });
  equal(w.events.filter(event => event.type === 'command').length, 1);
  w.link.stop();
});

test('a_passing_failure_is_repeated_and_a_final_one_is_told', async () => {
  const w = await live();
  const command = w.link.command('order.accept', { orderId: 'o', minutes: 5 });
  w.last().say({ t: 'reply', re: command.id, ok: false, error: { code: 'timeout', retryable: true, detail: '' } });
  equal(command.state, 'sending');
  await until(() => w.last().of('order.accept').length >= 2);
  w.last().say({ t: 'reply', re: command.id, ok: false, error: { code: 'order-already-decided', retryable: false, detail: '' } });
  equal([command.state, command.error.code], ['refused', 'order-already-decided']);
  w.link.stop();
});

test('a_command_that_nobody_answers_is_unsent_and_can_be_said_again_with_its_id', async () => {
  const w = await live();
  const command = w.link.command('order.accept', { orderId: 'o', minutes: 5 });
  await until(() => command.state === 'unsent', 'unsent');
  const count = w.last().of('order.accept').length;
  command.again();
  equal([command.state, w.last().of('order.accept').length, w.last().of('order.accept').at(-1).id], ['sending', count + 1, command.id]);
  w.link.stop();
});

test('an_acknowledgement_without_a_line_is_made_up_for', async () => {
  const w = await live();
  w.last().say(push('a', '5-0'));
  w.last().end(1006);
  w.link.ack('5-0');
  await until(() => w.sockets.length === 2);
  w.last().welcome({ resumed: true });
  equal(w.last().of('ack').map(frame => frame.pos), ['5-0']);
  w.link.stop();
});

test('going_offline_closes_at_once_and_coming_online_tries_at_once', async () => {
  const w = await live({ welcome: { retry: { min: 60_000, max: 60_000 } } });
  dispatchEvent(new Event('offline'));
  equal(w.link.phase, 'waiting');
  dispatchEvent(new Event('online'));
  await until(() => w.sockets.length === 2, 'a second socket');
  w.link.stop();
});

test('leaving_says_goodbye_and_stays_away', async () => {
  const w = await live();
  w.link.stop();
  equal([w.sockets[0].of('session.bye').length, w.link.phase, w.link.why], [1, 'stopped', 'left']);
  dispatchEvent(new Event('online'));
  await settled();
  equal(w.sockets.length, 1);
});

test('the_clock_is_the_servers', async () => {
  const w = await live({ welcome: { serverTime: new Date(Date.now() + 3_600_000).toISOString() } });
  equal(Math.abs(w.link.now() - Date.now() - 3_600_000) < 200, true);
  w.link.stop();
});

run();
