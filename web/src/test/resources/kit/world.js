// A page without services: what is asked of them is answered by the test, the clock is put forward, and tones are counted.
const { now } = Date;
const routes = new Map();
let ahead = 0, stoppedAt = null;

/** Requests so far: `{name, search, body}`, where a name is `POST /checkouts`. */
export const asked = [];
/** Sockets so far, the last one in use. */
export const sockets = [];
/** What the gateway's welcome says beside what it always does. */
export const welcome = {};
/** Pitches of the tones that were played. */
export const tones = [];

/** Answers a request from now on: with `body` and `status`, or with what a function of its body says. */
export const answer = (name, body, status = 200) => routes.set(name, typeof body === 'function' ? body : () => ({ body, status }));

/** Puts the page's clock forward. */
export const pass = milliseconds => ahead += milliseconds;

/** Lets time stand still until {@link startClock}, but for {@link pass}. */
export const stopClock = () => stoppedAt = now();

/** Lets time go on from where it stands. */
export function startClock() {
  ahead += stoppedAt - now();
  stoppedAt = null;
}

/** A problem as services answer it. */
export const problem = (status, code, detail, members = {}) => () => ({ status, body: { type: `http://localhost/problems/${code}`, code, title: code, status, detail, ...members } });

/** The first element that fits, and whose text is so if one is given. */
export const find = (css, text = '') => [...document.querySelectorAll(css)].find(one => one.textContent.includes(text));

/** Gives a field a value, as a person who types it. */
export function write(css, value) {
  const field = find(css);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Replaces a member of the browser. */
export const replace = (owner, name, value) => Object.defineProperty(owner, name, { configurable: true, value });

Date.now = () => (stoppedAt ?? now()) + ahead;

window.fetch = async (address, { method = 'GET', body } = {}) => {
  const { pathname, search } = new URL(address, location.href), name = `${method} ${pathname}`;
  const said = typeof body === 'string' ? JSON.parse(body) : body;
  asked.push({ name, search, body: said });
  if (!routes.has(name)) throw new TypeError(`nothing answers ${name}`);
  const reply = routes.get(name)(said, search);
  return new Response(JSON.stringify(reply.body), { status: reply.status ?? 200, headers: { 'Content-Type': 'application/json' } });
};

window.WebSocket = class {
  readyState = 1;
  said = [];
  constructor() {
    sockets.push(this);
    setTimeout(() => this.welcome());
  }
  welcome() {
    this.push('session.welcome', { resumed: false, epoch: 'e', pos: '1-0', serverTime: new Date(Date.now()).toISOString(), heartbeat: { interval: 600_000, grace: 600_000 }, retry: { min: 60_000, max: 60_000 }, ...welcome });
  }
  push(t, d, more = {}) {
    this.onmessage?.({ data: JSON.stringify({ t, d, ...more }) });
  }
  end(code) {
    this.readyState = 3;
    this.onclose({ code });
  }
  send(text) {
    this.said.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
};

const parameter = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
const node = () => ({ connect: next => next, start() {}, stop() {}, gain: parameter });
window.AudioContext = class {
  state = 'running';
  currentTime = 0;
  createGain = node;
  createOscillator = () => ({ ...node(), frequency: { set value(pitch) { tones.push(pitch); } } });
};

localStorage.clear();
localStorage.setItem('siren.language', 'ko');
sessionStorage.clear();
// A file of tests is named by its page: shop-basket.test.js plays in the shop.
document.documentElement.dataset.page = /^\/test\/([a-z]+)/.exec(location.pathname)[1];
document.body.innerHTML = '<script id="facts" type="application/json">{"edition":"0123456789","buyers":{"issuer":"/issuer","clientId":"siren-order"}}</script><div id="app"></div>';
