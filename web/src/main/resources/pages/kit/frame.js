// The frame of every page: one render per animation frame, the facts of the server, choices of this device, words aloud.
import { html, nothing, render, svg } from '../lit-html/lit-html.js';
import { repeat } from '../lit-html/directives/repeat.js';
import { guard } from '../lit-html/directives/guard.js';
import { live } from '../lit-html/directives/live.js';
import { t } from './words.js';

export { html, svg, nothing, render, repeat, guard, live };

const RETRY = 3_000;
const page = document.documentElement.dataset.page;

/** Facts that the server wrote into the page: edition, issuers, scripts of payment. */
export const facts = JSON.parse(document.getElementById('facts')?.textContent ?? '{}');

let draw = () => {}, asked = false;
const followers = new Set();

/** Shows a view in an element, and again whenever {@link redraw} was asked for. The document's own sketch stays while the view is null. */
export function mount(root, view) {
  const sketch = root.querySelector('.sketch');
  draw = () => {
    const shown = view();
    if (shown === null) return;
    sketch?.remove();
    render(shown, root);
  };
  redraw();
}

/** Asks for one render with the next frame. */
export function redraw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
    followers.forEach(follower => follower());
  });
}

/** Renders something else, such as a dialog, along with the page; answers how to end that. */
export function alsoDraw(follower) {
  followers.add(follower);
  return () => followers.delete(follower);
}

const seconds = new Set();
setInterval(() => seconds.forEach(listener => listener()), 1000);

/** Calls once a second, from one timer for all. */
export function onSecond(listener) {
  seconds.add(listener);
  return () => seconds.delete(listener);
}

/** Parts of the hash: `#orders/42` is `['orders', '42']`. */
export const here = () => location.hash.slice(1).split('/').filter(Boolean).map(decodeURIComponent);

/** Goes to a hash path of this page. */
export const go = path => location.hash = path;

addEventListener('hashchange', redraw);
addEventListener('languagechange', redraw);

/** A view whose module is loaded when it is first shown: `later(() => import('./day.js').then(found => found.day))`; `view.load()` does so ahead. */
export function later(source) {
  let view = null, asked = null;
  const load = () => asked ??= source().then(found => {
    view = found;
    redraw();
  }, failure => {
    console.warn('a screen could not be loaded yet', failure);
    setTimeout(() => (asked = null, redraw()), RETRY);
  });
  const shown = (...values) => {
    if (view) return view(...values);
    load();
    return html`<div class="skeleton" role="status"><span class="visually-hidden">${t('kit.loading')}</span></div>`;
  };
  return Object.assign(shown, { load });
}

const keyOf = name => `siren.${page}.${name}`;

/** Choices that stay on this device; JSON values. */
export const prefs = {
  get(name, otherwise) {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? otherwise : JSON.parse(text);
  },
  set(name, value) {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
  },
  /** Forgets all of this page, for the next person at this device. */
  clear() {
    Object.keys(localStorage).filter(key => key.startsWith(`siren.${page}.`)).forEach(key => localStorage.removeItem(key));
  },
};

const draftOf = name => `siren.${page}.draft.${name}`;

/** Texts that a person is writing, kept in this tab while a sign-in leads away from the page; JSON values. */
export const drafts = {
  get(name, otherwise) {
    const text = sessionStorage.getItem(draftOf(name));
    return text === null ? otherwise : JSON.parse(text);
  },
  set(name, value) {
    sessionStorage.setItem(draftOf(name), JSON.stringify(value));
  },
  /** Forgets one once it is sent, or all of this page for the next person. */
  clear(name = '') {
    Object.keys(sessionStorage).filter(key => name ? key === draftOf(name) : key.startsWith(draftOf(''))).forEach(key => sessionStorage.removeItem(key));
  },
};

/** Applies theme (`system`, `dark`, `bright`) and text size (1 to 3) as just chosen here; `look.js` does before a page is painted. */
export function applyLook() {
  Object.assign(document.documentElement.dataset, { theme: prefs.get('theme', 'system'), text: prefs.get('text', 1) });
}

const spoken = { polite: '', urgent: '' };

/** Says something to those who cannot see it; urgent interrupts. */
export function say(text, { urgent = false } = {}) {
  const where = urgent ? 'urgent' : 'polite';
  spoken[where] = spoken[where] === text ? `${text}\u00a0` : text;
  redraw();
}

let toasts = [];

/** A passing message, shown once at a time; `action` is `{label, run}`, `ms` 0 stays. Answers how to take it away. */
export function toast(text, { kind = 'info', ms = 6000, action = null } = {}) {
  const one = { text, kind, action };
  const gone = () => {
    toasts = toasts.filter(other => other !== one);
    redraw();
  };
  one.gone = gone;
  toasts = [...toasts.filter(other => other.text !== text).slice(-3), one];
  if (ms) setTimeout(gone, ms);
  say(text, { urgent: kind === 'bad' });
  return gone;
}

const toastView = one => html`<div class="toast toast-${one.kind}">
  <span>${one.text}</span>
  ${one.action ? html`<button class="btn btn-quiet" @click=${() => (one.gone(), one.action.run())}>${one.action.label}</button>` : nothing}
  <button class="btn btn-quiet" aria-label=${t('kit.dismiss')} @click=${one.gone}>✕</button>
</div>`;

/** Live regions and toasts; stands once at the end of a page's view. */
export const chrome = () => html`
  <div class="visually-hidden" role="status" aria-live="polite">${spoken.polite}</div>
  <div class="visually-hidden" role="alert">${spoken.urgent}</div>
  <div class="toasts">${toasts.map(toastView)}</div>`;

/** Registers the service worker of this page; only our constant addresses pass the policy. */
export async function registerWorker(address) {
  if (!('serviceWorker' in navigator)) return null;
  const policy = self.trustedTypes?.createPolicy('siren', {
    createScriptURL(url) {
      if (/^\/(till|shop|operator)\/sw\.js$/.test(url)) return url;
      throw new TypeError(`not an address of ours: ${url}`);
    },
  });
  return navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address);
}
