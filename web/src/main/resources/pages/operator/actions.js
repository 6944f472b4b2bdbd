// The log of actions: changes that operators and merchants asked a service for, refused ones too, newest first.
import { path } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts, table } from './facts.js';
import { api, SERVICES } from './office.js';

const PAGE = 50;
const wanted = { service: SERVICES[0], by: '', what: '' };
/** Cursors of the pages that are shown, the first one's being none. */
let cursors = [null];

function find(event) {
  event?.preventDefault();
  cursors = [null];
  redraw();
}

const ok = row => html`<span class="pill ${row.status < 400 ? 'pill-ok' : 'pill-bad'} num">${row.status}</span>`;

/** Ids of rows whose values before and after were asked for. */
const opened = new Set();

/** Where the changes of a row's thing are listed; null where they stand in its own timeline, or nowhere. */
function changesOf({ subject }) {
  if (wanted.service === 'store' && subject.storeId) return path`/stores/${subject.storeId}/changes`;
  if (wanted.service === 'store' && subject.menuItemId) return path`/menu/${subject.menuItemId}/changes`;
  return wanted.service === 'merchant' && subject.merchantId ? path`/merchants/${subject.merchantId}/changes` : null;
}

/** Id of the trace in a `traceparent`. */
const traceId = ({ trace }) => trace?.slice(3, 35);

const difference = change => html`<h2 class="small">${change.what}</h2>${facts({ before: change.before, after: change.after })}`;

/** The changes that this very request made, found among the newest hundred of its thing. */
function differences(row) {
  const list = row.status < 400 && changesOf(row);
  if (!list) return '–';
  const open = event => { if (event.target.open && !opened.has(row.id)) { opened.add(row.id); redraw(); } };
  const made = page => page.items.filter(change => row.trace && traceId(change) === traceId(row));
  return html`<details data-test="changed" @toggle=${open}><summary>${t('operator.changed')}</summary>${opened.has(row.id) ? shown(`changes:${list}`, load(`changes:${list}`, () => api.get(`${list}?limit=100`), { fresh: 15_000 }),
    page => made(page).length ? made(page).map(difference) : html`<p class="soft">${t('operator.changed.none')}</p>`) : nothing}</details>`;
}

const COLUMNS = () => [['at', t('operator.at')], ['what', t('operator.what')], ['by', t('operator.by'), row => html`<span class="breaks">${row.by}</span>`], ['status', t('operator.answer'), ok],
  ['subject', t('operator.subject'), row => Object.keys(row.subject).length ? facts(row.subject) : '–'], ['id', t('operator.changed'), differences], ['network', t('operator.network')],
  ['trace', t('operator.trace'), row => html`<span class="breaks small">${row.trace ?? '–'}</span>`]];

function pageAt(cursor) {
  const query = new URLSearchParams({ limit: PAGE, ...(wanted.by && { by: wanted.by }), ...(wanted.what && { what: wanted.what }), ...(cursor && { cursor }) });
  const key = `actions:${wanted.service}:${query}`;
  return [key, load(key, () => api.get(`${path`/actions/${wanted.service}`}?${query}`), { fresh: cursor ? Infinity : 15_000 })];
}

function pages() {
  const answers = cursors.map(pageAt), next = answers.at(-1)[1].value?.nextCursor;
  const rows = answers.flatMap(([, slot]) => slot.value?.items ?? []);
  return html`${rows.length ? table(rows, COLUMNS()) : nothing}
    ${answers.filter(([, slot]) => !slot.value || !rows.length).map(([key, slot]) => shown(key, slot, () => html`<p class="empty">${t('operator.nothing')}</p>`))}
    ${next ? html`<span><button class="btn" data-test="more" @click=${() => { cursors.push(next); redraw(); }}>${t('operator.more')}</button></span>` : nothing}`;
}

const field = name => html`<div class="field"><label for=${name}>${t(`operator.${name}`)}</label>
  <input id=${name} autocomplete="off" spellcheck="false" maxlength="128" .value=${wanted[name]} @input=${event => wanted[name] = event.target.value.trim()}></div>`;

/** The screen. */
export const actionsScreen = () => html`<form class="card stack" @submit=${find}><div class="fields">
    <div class="field"><label for="service">${t('operator.service')}</label><select id="service" @change=${event => { wanted.service = event.target.value; find(); }}>${SERVICES.map(one => html`<option value=${one} ?selected=${one === wanted.service}>${one}</option>`)}</select></div>
    ${field('by')}${field('what')}</div><p class="hint">${t('operator.actions.hint')}</p><button class="btn btn-primary">${t('operator.find')}</button></form>
  ${pages()}`;
