import { Problem, Unreachable, call, explain, makeApi, path } from '../kit/api.js';
import { makeSession } from '../kit/session.js';
import { won, clock, span, dayOf, addDays, startOf } from '../kit/won.js';
import { t, useLanguage } from '../kit/words.js';
import { equal, run, test } from './harness.js';

const token = `x.${btoa(JSON.stringify({ sub: 'm', store_id: 's', wallet_id: 'w' }))}.x`;
const problem = (status, code, headers = {}) => new Response(JSON.stringify({ code, detail: `about ${code}` }), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
const json = (status, body) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** Answers in turn, and notes what was asked. */
function server(...answers) {
  const asked = [];
  window.fetch = async (address, options) => {
    asked.push({ address, ...options });
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  return asked;
}

async function failing(promise) {
  try {
    await promise;
  } catch (failure) {
    return failure;
  }
  throw new Error('should have failed');
}

const session = (renew = async () => true) => ({ bearer: () => 'b', renew, lost() { this.gone = true; } });

test('a_call_speaks_the_readers_language_and_carries_the_token', async () => {
  const asked = server(json(200, { ok: 1 }));
  equal(await makeApi(session()).get('/orders/1'), { ok: 1 });
  equal([asked[0].headers['Accept-Language'], asked[0].headers.Authorization, asked[0].credentials], ['ko', 'Bearer b', 'same-origin']);
});

test('a_problem_is_told_as_it_came', async () => {
  server(problem(409, 'store-closed', { 'Retry-After': '7' }));
  const failure = await failing(call('GET', '/x'));
  equal([failure instanceof Problem, failure.slug, failure.status, failure.retryAfter, explain(failure)], [true, 'store-closed', 409, 7, 'about store-closed']);
});

test('no_answer_is_said_in_own_words', async () => {
  server(new TypeError('Failed to fetch'));
  const failure = await failing(call('GET', '/x'));
  equal([failure instanceof Unreachable, explain(failure)], [true, t('kit.unreachable')]);
});

test('a_refused_token_is_renewed_once_and_the_call_repeated_once', async () => {
  const asked = server(problem(401, 'unauthorized'), json(200, {}));
  await makeApi(session()).get('/x');
  equal(asked.length, 2);
  server(problem(401, 'unauthorized'), problem(401, 'unauthorized'));
  equal((await failing(makeApi(session()).get('/x'))).status, 401);
});

test('a_token_that_may_not_do_what_the_page_is_for_is_renewed_once', async () => {
  const asked = server(problem(403, 'forbidden'), json(200, {}), problem(403, 'forbidden'));
  const api = makeApi(session());
  await api.get('/x');
  equal([(await failing(api.get('/x'))).slug, asked.length], ['forbidden', 3]);
});

test('an_ended_session_is_said_to_be_lost', async () => {
  server(problem(401, 'unauthorized'));
  const ended = session(async () => false);
  await failing(makeApi(ended).get('/x'));
  equal(ended.gone, true);
});

test('an_action_has_one_key_until_it_is_answered', async () => {
  const asked = server(new TypeError('lost'), problem(503, 'x'), json(201, {}), json(201, {}));
  const api = makeApi(session());
  await failing(api.post('/checkouts', {}, { once: 'checkout' }));
  await failing(api.post('/checkouts', {}, { once: 'checkout' }));
  await api.post('/checkouts', {}, { once: 'checkout' });
  await api.post('/checkouts', {}, { once: 'checkout' });
  const keys = asked.map(one => one.headers['Idempotency-Key']);
  equal([keys[0] === keys[1], keys[1] === keys[2], keys[2] === keys[3]], [true, true, false]);
});

test('a_refused_action_may_be_tried_anew', async () => {
  const asked = server(problem(409, 'store-closed'), json(201, {}));
  const api = makeApi(session());
  await failing(api.post('/checkouts', {}, { once: 'c' }));
  await api.post('/checkouts', {}, { once: 'c' });
  equal(asked[0].headers['Idempotency-Key'] === asked[1].headers['Idempotency-Key'], false);
});

test('an_action_that_is_still_under_way_keeps_its_key', async () => {
  const asked = server(problem(409, 'idempotency-key-in-flight', { 'Retry-After': '1' }), json(201, {}));
  const api = makeApi(session());
  await failing(api.post('/checkouts', {}, { once: 'u' }));
  await api.post('/checkouts', {}, { once: 'u' });
  equal(asked[0].headers['Idempotency-Key'], asked[1].headers['Idempotency-Key']);
});

test('a_list_is_read_to_its_end', async () => {
  const asked = server(json(200, { items: [1, 2], nextCursor: 'a b' }), json(200, { items: [3], nextCursor: null }));
  equal(await makeApi(session()).all('/orders?limit=2'), [1, 2, 3]);
  equal(asked[1].address, '/orders?limit=2&cursor=a%20b');
});

test('a_path_is_encoded', () => equal(path`/orders/${'a/b c'}/x`, '/orders/a%2Fb%20c/x'));

test('a_session_keeps_its_token_to_itself', async () => {
  const asked = server(json(201, { accessToken: token, expiresIn: 900 }));
  const merchant = makeSession();
  await merchant.signIn({ handle: 'gangnam', password: 'p' });
  equal(JSON.parse(asked[0].body), { handle: 'gangnam', password: 'p', keep: true });
  equal([merchant.state, merchant.who], ['in', { merchantId: 'm', storeId: 's', walletId: 'w' }]);
  equal([JSON.stringify(localStorage).includes(token), JSON.stringify(sessionStorage).includes(token)], [false, false]);
  merchant.lost();
});

test('renewals_at_once_are_one', async () => {
  const asked = server(json(201, { accessToken: token, expiresIn: 900 }));
  const merchant = makeSession();
  equal(await Promise.all([merchant.renew(), merchant.renew()]), [true, true]);
  equal(asked.length, 1);
  merchant.lost();
});

test('a_service_that_is_away_signs_nobody_out', async () => {
  server(problem(503, 'x'), new TypeError('lost'), problem(401, 'bad-credentials'));
  const merchant = makeSession();
  equal((await failing(merchant.renew())).status, 503);
  await failing(merchant.renew());
  equal(merchant.state, 'unknown');
  equal([await merchant.renew(), merchant.state], [false, 'out']);
});

test('words_have_numbers_and_follow_the_language', async () => {
  await useLanguage('en');
  equal([won(-12500), t('kit.failed', { status: 500 })], ['−₩12,500', 'That did not work. (Error 500)']);
  await useLanguage('ko');
  equal([won(12500), t('kit.status.WAITING')], ['12,500원', '접수 대기']);
});

test('the_clock_is_that_of_seoul', () => {
  equal([clock('2026-11-25T18:31:00Z'), dayOf('2026-11-25T18:31:00Z'), startOf('2026-11-26')], ['03:31', '2026-11-26', '2026-11-25T15:00:00.000Z']);
  equal([addDays('2026-02-27', 3), span(251_001), span(-5)], ['2026-03-02', '4:12', '0:00']);
});

run();
