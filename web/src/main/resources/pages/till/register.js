// A new store: what buyers see of it, a password, and the three ids once it is registered.
import { call, explain } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { print } from './ticket.js';

const PASSWORD_LEAST = 8;
const form = { busy: false, error: null, ids: null, place: null };

const FIELDS = [
  ['name', { required: true, maxlength: 60, autocomplete: 'organization' }],
  ['address', { required: true, maxlength: 200, autocomplete: 'street-address' }],
  ['phone', { required: true, type: 'tel', pattern: '[0-9+() \\-]{7,30}', autocomplete: 'tel' }],
  ['handle', { pattern: '[a-z0-9][a-z0-9\\-]{2,29}', autocapitalize: 'none' }],
  ['latitude', { required: true, type: 'number', min: -90, max: 90 }],
  ['longitude', { required: true, type: 'number', min: -180, max: 180 }],
  ['password', { required: true, type: 'password', minlength: PASSWORD_LEAST, autocomplete: 'new-password' }],
];
const HINTED = new Set(['handle', 'password']);

function locate() {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => setPlace(coords.latitude.toFixed(5), coords.longitude.toFixed(5)),
    () => Object.assign(form, { error: t('till.register.nowhere') }) && redraw());
}

function setPlace(latitude, longitude) {
  form.place = { latitude, longitude };
  redraw();
}

async function submit(event) {
  event.preventDefault();
  const { handle, password, latitude, longitude, name, address, phone } = Object.fromEntries(new FormData(event.target));
  const body = { password, ...(handle && { handle }), store: { name, address, phone, location: { latitude: Number(latitude), longitude: Number(longitude) } } };
  Object.assign(form, { busy: true, error: null });
  redraw();
  try {
    form.ids = await call('POST', '/merchants', { body });
  } catch (failure) {
    form.error = explain(failure);
  }
  form.busy = false;
  redraw();
}

const field = ([name, rules]) => html`<div class="field field-${name}"><label for="new-${name}">${t(`till.register.${name}`)}</label>
  <input id="new-${name}" name=${name} type=${rules.type ?? 'text'} ?required=${rules.required} maxlength=${rules.maxlength ?? nothing} minlength=${rules.minlength ?? nothing}
    min=${rules.min ?? nothing} max=${rules.max ?? nothing} step=${rules.type === 'number' ? 'any' : nothing} pattern=${rules.pattern ?? nothing}
    autocomplete=${rules.autocomplete ?? 'off'} autocapitalize=${rules.autocapitalize ?? nothing} value=${form.place?.[name] ?? nothing}>
  ${HINTED.has(name) ? html`<span class="hint">${t(`till.register.${name}.hint`, { n: PASSWORD_LEAST })}</span>` : nothing}</div>`;

const link = () => `${location.origin}/till/#m=${form.ids.merchantId}`;

const ids = () => html`<dl class="facts">${['merchantId', 'storeId', 'walletId'].map(name => html`
  <div><dt>${t(`till.register.${name}`)}</dt><dd><code>${form.ids[name]}</code></dd></div>`)}
  <div><dt>${t('till.set.link')}</dt><dd><code>${link()}</code></dd></div></dl>`;

function leave(done) {
  const { merchantId } = form.ids;
  form.ids = null;
  done(merchantId);
}

/** The form, then what the merchant has to keep. */
export function registration({ back, done }) {
  if (form.ids) {
    return html`<h2>${t('till.register.done')}</h2><p class="note note-warn">${t('till.register.keep')}</p>${ids()}
      <div class="row"><button class="btn grow" @click=${() => print(html`<h1>${t('till.register.done')}</h1>${ids()}`, null)}>${t('till.print')}</button>
      <button class="btn btn-primary grow" @click=${() => leave(done)}>${t('till.signin')}</button></div>`;
  }
  return html`<form class="stack register" @submit=${submit}>
    <h2>${t('till.register')}</h2>
    <div class="register-fields">${FIELDS.map(field)}</div>
    <button type="button" class="btn" @click=${locate}>${t('till.register.here')}</button>
    ${form.error ? html`<p class="note note-bad" role="alert">${form.error}</p>` : nothing}
    <div class="row"><button type="button" class="btn grow" @click=${back}>${t('kit.back')}</button>
    <button class="btn btn-primary grow" ?disabled=${form.busy}>${t('till.register.send')}</button></div>
  </form>`;
}
