// Sign-in of buyers and operators: OpenID Connect's code flow with PKCE, in the page, at any issuer.
import { Problem, Unreachable, call, claims } from './api.js';
import { inTurn } from './session.js';

const EARLY = 60_000;
const RETRY = 5_000;
/** What an issuer answers to a silent question when a person has to sign in; no failure. */
const UNSIGNED = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'];

const base64url = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const challengeOf = async verifier => base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));

/** A session of the same shape as a merchant's; `error` names what the issuer refused. */
export function makeOidc({ issuer, clientId, scope = 'openid email profile', name = 'buyer',
  redirect = location.origin + location.pathname, storage = sessionStorage, leave = url => location.assign(url) }) {
  const listeners = new Set();
  const kept = { pending: `siren.oidc.${name}.pending`, refresh: `siren.oidc.${name}.refresh`, silent: `siren.oidc.${name}.silent` };
  let access = null, idToken = null, timer = null, renewing = null, discovery = null;

  const session = {
    state: 'unknown', who: null, expiresAt: 0, error: null,
    bearer: () => access,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Finishes a sign-in that comes back in the address, or uses a kept refresh token, or asks an issuer that gives none by a silent redirect; answers where to return to, or null. */
    async start() {
      const answer = new URLSearchParams(location.search);
      if (answer.has('state') && (answer.has('code') || answer.has('error'))) return comeBack(answer);
      if (storage.getItem(kept.silent)) return session.signIn({ prompt: 'none' });
      await session.renew();
      return null;
    },
    /** Leaves for the issuer; `returnTo` is a hash path of this page. */
    async signIn({ returnTo = location.hash, prompt } = {}) {
      const [endpoints, pending] = [await discover(), { state: random(), verifier: random(), nonce: random(), returnTo }];
      storage.setItem(kept.pending, JSON.stringify(pending));
      const asked = new URLSearchParams({
        response_type: 'code', client_id: clientId, redirect_uri: redirect, scope, state: pending.state, nonce: pending.nonce,
        code_challenge: await challengeOf(pending.verifier), code_challenge_method: 'S256', ...(prompt && { prompt }),
      });
      const address = endpoints.authorization_endpoint;
      leave(`${address}${address.includes('?') ? '&' : '?'}${asked}`);
    },
    renew: () => renewing ??= inTurn(`siren-oidc-${name}`, refresh).finally(() => renewing = null),
    lost() {
      access = null;
      clearTimeout(timer);
      storage.removeItem(kept.refresh);
      storage.removeItem(kept.silent);
      become('out');
    },
    async signOut() {
      const hint = idToken;
      session.lost();
      session.who = null;
      const end = (await discover().catch(() => ({}))).end_session_endpoint;
      if (end) leave(`${end}?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: redirect, ...(hint && { id_token_hint: hint }) })}`);
    },
  };

  const discover = () => discovery ??= call('GET', `${issuer}/.well-known/openid-configuration`).catch(failure => {
    discovery = null;
    throw failure;
  });

  async function comeBack(answer) {
    const pending = JSON.parse(storage.getItem(kept.pending) ?? 'null');
    storage.removeItem(kept.pending);
    history.replaceState(null, '', location.pathname + (pending?.returnTo ?? ''));
    if (!pending || pending.state !== answer.get('state')) return refuse('state');
    if (answer.has('error')) return refuse(answer.get('error'));
    const tokens = await ask({ grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: redirect, code_verifier: pending.verifier });
    if (tokens.id_token && claims(tokens.id_token).nonce !== pending.nonce) return refuse('nonce');
    take(tokens);
    return pending.returnTo;
  }

  function refuse(error) {
    session.error = UNSIGNED.includes(error) ? null : error;
    session.lost();
    return null;
  }

  async function refresh() {
    const token = storage.getItem(kept.refresh);
    try {
      if (!token) throw new Problem(401, {}, null);
      take(await ask({ grant_type: 'refresh_token', refresh_token: token }));
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status >= 500 || failure.status === 429) throw failure;
      session.lost();
      return false;
    }
  }

  async function ask(form) {
    const { token_endpoint: address } = await discover();
    let answer;
    try {
      answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ client_id: clientId, ...form }), signal: AbortSignal.timeout(15_000) });
    } catch (failure) {
      throw new Unreachable(failure.message);
    }
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Problem(answer.status, { code: body.error, detail: body.error_description }, null);
    return body;
  }

  function take(tokens) {
    access = tokens.access_token;
    idToken = tokens.id_token ?? idToken;
    session.who = claims(idToken ?? access);
    if (tokens.refresh_token) storage.setItem(kept.refresh, tokens.refresh_token);
    else if (!storage.getItem(kept.refresh)) storage.setItem(kept.silent, 'yes');
    const lasts = (tokens.expires_in ?? 300) * 1000;
    session.expiresAt = Date.now() + lasts;
    if (storage.getItem(kept.refresh)) plan(Math.max(RETRY, lasts - EARLY));
    become('in');
  }

  function plan(delay) {
    clearTimeout(timer);
    timer = setTimeout(() => session.renew().catch(() => plan(RETRY)), delay);
  }

  function become(state) {
    session.state = state;
    listeners.forEach(listener => listener(session));
  }

  return session;
}
