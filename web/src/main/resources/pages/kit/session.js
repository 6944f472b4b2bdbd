// A merchant's session: the access token in memory alone, the refresh token in a cookie that scripts cannot read.
import { Problem, call, claims } from './api.js';

const LOCK = 'siren-session';
const EARLY = 60_000;
const RETRY = 5_000;

/** Turns that tabs take, so that a refresh token is not used twice at once. */
export const inTurn = (name, action) => navigator.locks ? navigator.locks.request(name, action) : action();

/** State `unknown` until the cookie was tried, then `in` or `out`. */
export function makeSession() {
  const listeners = new Set();
  let access = null, timer = null, renewing = null;
  const session = {
    state: 'unknown', who: null, expiresAt: 0,
    bearer: () => access,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Tries the cookie; throws when there is no answer, and leaves the state as it is. */
    start: () => session.renew(),
    async signIn(credentials) {
      take(await call('POST', '/sessions', { body: { ...credentials, keep: true } }));
    },
    /** True with a new token, false when the session has ended; throws when there is no telling. */
    renew: () => renewing ??= inTurn(LOCK, refresh).finally(() => renewing = null),
    lost() {
      access = null;
      clearTimeout(timer);
      become('out');
    },
    /** Ends the session here and at the service, if that answers. */
    async signOut() {
      const token = access;
      session.lost();
      session.who = null;
      if (token) await call('DELETE', '/sessions/current', { token }).catch(failure => console.warn('sign-out', failure));
    },
  };

  async function refresh() {
    try {
      take(await call('POST', '/sessions/refreshes', { body: {} }));
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status >= 500 || failure.status === 429) throw failure;
      session.lost();
      return false;
    }
  }

  function take(answer) {
    access = answer.accessToken;
    const { sub, store_id, wallet_id } = claims(access);
    session.who = { merchantId: answer.merchantId ?? sub, storeId: answer.storeId ?? store_id, walletId: answer.walletId ?? wallet_id };
    session.expiresAt = Date.now() + answer.expiresIn * 1000;
    plan(Math.max(RETRY, answer.expiresIn * 1000 - EARLY));
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
