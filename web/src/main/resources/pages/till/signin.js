// Signing in, and registering a store.
import { Problem, explain } from '../kit/api.js';
import { bell } from '../kit/bell.js';
import { html, later, nothing, onSecond, prefs, redraw } from '../kit/frame.js';
import { span } from '../kit/won.js';
import { language, t, useLanguage } from '../kit/words.js';
import { desk } from './desk.js';
import { start } from './shift.js';

const registration = later(() => import('./register.js').then(found => found.registration));
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const form = { merchant: null, busy: false, error: null, lockedUntil: 0, registering: false };

function fail(failure) {
  if (failure instanceof Problem && failure.status === 429) form.lockedUntil = Date.now() + (failure.retryAfter ?? 60) * 1000;
  form.error = failure instanceof Problem && failure.status === 401 ? t('till.signin.wrong') : explain(failure);
}

async function submit(event) {
  event.preventDefault();
  const fields = new FormData(event.target), merchant = fields.get('merchant').trim();
  Object.assign(form, { busy: true, error: null, merchant });
  redraw();
  const heard = bell.unlock();
  try {
    await desk.session.signIn({ [UUID.test(merchant) ? 'merchantId' : 'handle']: merchant, password: fields.get('password') });
    prefs.set('merchant', merchant);
    await heard;
    start();
  } catch (failure) {
    fail(failure);
  }
  form.busy = false;
  redraw();
}

/** After a registration: the new merchant's id is filled in. */
export function signInAs(merchant) {
  prefs.set('merchant', merchant);
  Object.assign(form, { merchant, registering: false, error: null });
  redraw();
}

const locked = () => form.lockedUntil > Date.now();

onSecond(() => form.lockedUntil && desk.session.state === 'out' && redraw());

function trouble() {
  if (locked()) return html`<p class="note note-warn" role="alert" id="signin-error">${t('till.signin.locked', { time: span(form.lockedUntil - Date.now()) })}</p>`;
  if (form.error) return html`<p class="note note-bad" role="alert" id="signin-error">${form.error}</p>`;
  return desk.started ? html`<p class="note note-warn" role="alert" id="signin-error">${t('till.stopped.sign-in.text')}</p>` : nothing;
}

function register(on) {
  form.registering = on;
  redraw();
}

const other = () => language() === 'ko' ? 'en' : 'ko';

async function switchLanguage() {
  await useLanguage(other());
  document.title = t('till.title');
}

const signInForm = () => html`
  <form class="stack" @submit=${submit}>
    <div class="field"><label for="merchant">${t('till.signin.merchant')}</label>
      <input id="merchant" name="merchant" required autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" .value=${form.merchant ?? prefs.get('merchant', '') ?? ''} aria-describedby="merchant-hint">
      <span class="hint" id="merchant-hint">${t('till.signin.merchant.hint')}</span></div>
    <div class="field"><label for="password">${t('till.signin.password')}</label>
      <input id="password" name="password" type="password" required autocomplete="current-password" aria-invalid=${form.error ? 'true' : 'false'} aria-describedby="signin-error"></div>
    ${trouble()}
    <button class="btn btn-primary btn-big" ?disabled=${form.busy || locked()}>${form.busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${t('till.signin')}</button>
  </form>
  <button class="btn btn-quiet" @click=${() => register(true)}>${t('till.register')}</button>`;

/** The screen. */
export const signIn = () => html`<main class="full"><div class="card signin stack">
  <header class="spread"><h1>${t('till.title')}</h1><button class="btn btn-quiet" lang=${other()} @click=${switchLanguage}>${t(`kit.language.${other()}`)}</button></header>
  ${form.registering ? registration({ back: () => register(false), done: signInAs }) : signInForm()}
</div></main>`;
