import { answer, asked } from './world.js';
import { makeOidc } from '../kit/oidc.js';
import { equal, run, test } from './harness.js';

const token = claims => `e30.${btoa(JSON.stringify(claims))}.x`;
const left = [];
const page = () => makeOidc({ issuer: '/issuer', clientId: 'siren-order', name: 'buyer', redirect: `${location.origin}/shop/`, leave: url => left.push(new URL(url, location)) });
answer('GET /issuer/.well-known/openid-configuration', { authorization_endpoint: '/issuer/authorize', token_endpoint: '/issuer/token' });

/** The issuer leads back to the page with this in the address. */
async function comeBack(session, more) {
  history.replaceState(null, '', `?${new URLSearchParams({ state: left.at(-1).searchParams.get('state'), ...more })}`);
  return session.start();
}

function issue(more = {}) {
  const nonce = left.at(-1).searchParams.get('nonce');
  answer('POST /issuer/token', { access_token: token({ sub: 'kim' }), id_token: token({ sub: 'kim', nonce }), expires_in: 300, ...more });
}

test('nobody_is_led_away_who_did_not_sign_in', async () => {
  const session = page();
  await session.start();
  equal([session.state, left.length], ['out', 0]);
});

test('a_buyer_of_an_issuer_without_refresh_tokens_is_signed_in_again_silently_after_a_reload', async () => {
  const before = page();
  await before.signIn({ returnTo: '#basket' });
  issue();
  equal([await comeBack(before, { code: 'c' }), before.state, left[0].searchParams.get('prompt')], ['#basket', 'in', null]);
  const after = page();
  await after.start();
  const { searchParams } = left.at(-1);
  equal([left.length, after.state, ['prompt', 'response_type', 'code_challenge_method'].map(name => searchParams.get(name))], [2, 'unknown', ['none', 'code', 'S256']]);
  issue();
  equal([await comeBack(after, { code: 'd' }), after.state, location.hash], ['#basket', 'in', '#basket']);
  equal(asked.at(-1).body.get('code'), 'd');
});

test('one_whose_session_at_the_issuer_has_ended_is_out_without_a_failure_and_not_led_away_again', async () => {
  const session = page();
  await session.start();
  await comeBack(session, { error: 'login_required' });
  equal([session.state, session.error, left.length], ['out', null, 3]);
  const next = page();
  await next.start();
  equal([next.state, left.length], ['out', 3]);
});

test('what_else_an_issuer_refuses_is_a_failure', async () => {
  const session = page();
  await session.signIn();
  await comeBack(session, { error: 'access_denied' });
  equal([session.state, session.error], ['out', 'access_denied']);
});

test('one_with_a_refresh_token_is_not_led_away', async () => {
  const before = page();
  await before.signIn();
  issue({ refresh_token: 'r' });
  await comeBack(before, { code: 'e' });
  const after = page(), count = left.length;
  await after.start();
  equal([after.state, left.length, asked.at(-1).body.get('grant_type')], ['in', count, 'refresh_token']);
});

run();
