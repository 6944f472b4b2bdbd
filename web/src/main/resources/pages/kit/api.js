// Calls of the API at this page's own origin: problems as errors, one renewal of the token, actions that take effect once.
import { language, t } from './words.js';

const TIMEOUT = 15_000;

/** An answer that is not a success; `slug` names the problem, `retryAfter` is in seconds or null. */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    Object.assign(this, { status, body, retryAfter, title: body.title ?? '', detail: body.detail ?? '' });
    this.slug = body.code ?? String(body.type ?? '').split('/').pop();
  }
}

/** No answer came: no network, or not in time. */
export class Unreachable extends Error {}

async function problemOf(answer) {
  const isProblem = (answer.headers.get('Content-Type') ?? '').includes('json');
  const body = isProblem ? await answer.json().catch(() => ({})) : {};
  const wait = Number(answer.headers.get('Retry-After'));
  return new Problem(answer.status, body, wait > 0 ? wait : null);
}

/** One request. Answers the parsed JSON, or null when there is none; throws {@link Problem} or {@link Unreachable}. */
export async function call(method, path, { body, token, key, headers = {}, timeout = TIMEOUT } = {}) {
  const sent = { 'Accept-Language': language(), ...headers };
  if (body !== undefined) sent['Content-Type'] = 'application/json';
  if (token) sent.Authorization = `Bearer ${token}`;
  if (key) sent['Idempotency-Key'] = key;
  let answer, text;
  try {
    answer = await fetch(path, {
      method, headers: sent, credentials: 'same-origin', signal: AbortSignal.timeout(timeout),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.ok) text = await answer.text();
  } catch (failure) {
    throw new Unreachable(failure.message);
  }
  if (!answer.ok) throw await problemOf(answer);
  return text ? JSON.parse(text) : null;
}

const onceName = name => `siren.once.${name}`;

function keyOf(name) {
  let key = sessionStorage.getItem(onceName(name));
  if (!key) sessionStorage.setItem(onceName(name), key = crypto.randomUUID());
  return key;
}

/** Lets the next action of this name be a new one. */
const forgetOnce = name => sessionStorage.removeItem(onceName(name));

/** Whether an action may have been taken, or still may be, so that it has to be asked for again under the same key. */
export const mayRepeat = failure => !(failure instanceof Problem) || failure.status >= 500 || [401, 408, 425, 429].includes(failure.status) || failure.slug === 'idempotency-key-in-flight';

async function once(name, action) {
  try {
    const answer = await action(keyOf(name));
    forgetOnce(name);
    return answer;
  } catch (failure) {
    if (!mayRepeat(failure)) forgetOnce(name);
    throw failure;
  }
}

/** Calls in the name of a session; with `once` an action has one Idempotency-Key until it is answered. */
export function makeApi(session) {
  let doubted = false;

  /** A token that is refused, and the first that may not do what its page is for: it may be another's. */
  function isDoubtful(failure) {
    if (failure.status === 401) return true;
    if (failure.slug !== 'forbidden' || doubted) return false;
    return doubted = true;
  }

  async function authorized(method, path, options) {
    try {
      return await call(method, path, { ...options, token: session.bearer() });
    } catch (failure) {
      if (!isDoubtful(failure)) throw failure;
      if (!await session.renew()) {
        session.lost();
        throw failure;
      }
      return call(method, path, { ...options, token: session.bearer() });
    }
  }
  const send = (method, path, body, { once: name, ...options } = {}) => name
    ? once(name, key => authorized(method, path, { ...options, body, key }))
    : authorized(method, path, { ...options, body });
  return {
    session,
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, { headers: { 'Content-Type': 'application/merge-patch+json' }, ...options }),
    del: (path, options) => send('DELETE', path, undefined, options),
    /** All items of a list, page after page. */
    async all(path) {
      const items = [];
      let cursor = null;
      do {
        const next = cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path;
        const page = await authorized('GET', next, {});
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return items;
    },
  };
}

/** A path with its parts encoded: path`/orders/${id}`. */
export const path = (texts, ...parts) => String.raw({ raw: texts }, ...parts.map(encodeURIComponent));

/** One sentence for people. */
export function explain(failure) {
  if (failure.slug === 'unauthorized') return t('kit.signedOut');
  if (failure instanceof Problem) return failure.detail || failure.title || t('kit.failed', { status: failure.status });
  if (failure instanceof Unreachable) return t('kit.unreachable');
  console.error(failure);
  return t('kit.broken');
}

/** Claims of a JSON Web Token, unverified: for showing and for timers, never for deciding. */
export function claims(token) {
  const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
