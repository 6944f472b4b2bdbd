// Health of each program as it tells it, every five seconds, with the last quarter of an hour as lines.
import { explain } from '../kit/api.js';
import { here, html, nothing, onSecond, redraw } from '../kit/frame.js';
import { load } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts } from './facts.js';
import { api, SERVICES, session } from './office.js';

const PROGRAMS = [...SERVICES, 'gateway'];
const EVERY = 5_000;
const KEPT = 180;
/** Time in which each instance of a program has answered once, most likely. */
const RECENT = 60_000;
const past = new Map();

const vitals = program => load(`vitals:${program}`, () => api.get(`/vitals/${program}`), { fresh: EVERY });

/** Numbers of an answer by path, however deep; a consumer stands there by its name. */
function numbers(object, prefix = '') {
  return Object.entries(object ?? {}).flatMap(([name, value]) => typeof value === 'number' ? [[prefix + name, value]]
    : value?.consumer ? numbers(value, `${value.consumer} `)
      : value && typeof value === 'object' ? numbers(value, `${prefix}${name}.`) : []);
}

function remember(program, { value, at }) {
  const known = past.get(program) ?? { at: 0, series: new Map(), versions: new Map() };
  past.set(program, known);
  if (!value || !at || known.at === at) return known;
  known.at = at;
  known.versions.set(value.version ?? '?', at);
  for (const [name, number] of numbers(value)) known.series.set(name, [...(known.series.get(name) ?? []), number].slice(-KEPT));
  return known;
}

/** Versions of the instances that have answered lately. */
const versionsOf = name => [...past.get(name)?.versions ?? []].filter(([, at]) => Date.now() - at < RECENT).map(([version]) => version).sort();

function line(series) {
  const most = Math.max(1, ...series), step = 100 / Math.max(1, KEPT - 1), begin = 100 - (series.length - 1) * step;
  return html`<svg class="spark" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><polyline points=${series.map((value, i) => `${(begin + i * step).toFixed(1)},${(19 - 18 * value / most).toFixed(1)}`).join(' ')}></polyline></svg>`;
}

const lines = known => [...known.series].map(([name, series]) => html`<div class="spark-row"><span>${name}</span>${line(series)}<strong class="num">${Math.round(series.at(-1) * 100) / 100}</strong></div>`);

/** Why a program does not do all of its work, in words; empty while it does. */
const troubles = ({ consumers = [], subscriptionUp, subscriptionDownSeconds, draining }) => [
  ...consumers.filter(one => one.halted).map(one => t('operator.halted', { name: one.consumer, why: one.halted })),
  ...(subscriptionUp === false ? [t('operator.unsubscribed', { n: subscriptionDownSeconds })] : []),
  ...(draining ? [t('operator.draining')] : []),
];

function standing({ value, error }) {
  if (error) return html`<span class="pill pill-bad">${t('operator.silent')}</span>`;
  if (!value) return nothing;
  return troubles(value).length ? html`<span class="pill pill-warn">${t('operator.notReady')}</span>` : html`<span class="pill pill-ok">${t('operator.ready')}</span>`;
}

function program(name) {
  const slot = vitals(name), known = remember(name, slot), versions = versionsOf(name);
  return html`<section class="card stack" data-program=${name} aria-busy=${slot.value || slot.error ? 'false' : 'true'}><div class="spread"><h2>${name} <span class="soft small num" data-test="version">${versions.join(', ')}</span></h2>${standing(slot)}</div>
    ${versions.length > 1 ? html`<p class="note note-warn">${t('operator.versions.instances')}</p>` : nothing}
    ${slot.error ? html`<p class="soft">${explain(slot.error)}</p>` : nothing}
    ${slot.value ? troubles(slot.value).map(why => html`<p class="note note-warn">${why}</p>`) : nothing}${lines(known)}
    ${slot.value ? html`<details><summary>${t('operator.facts')}</summary>${facts(slot.value)}</details>` : nothing}</section>`;
}

/** That not all programs are of one version, as in a roll-out or after one that was left half done. */
function mixed() {
  const told = PROGRAMS.map(name => [name, versionsOf(name)]).filter(([, versions]) => versions.length);
  return new Set(told.flatMap(([, versions]) => versions)).size > 1
    ? html`<p class="note note-warn" data-test="mixed">${t('operator.versions.programs')} ${told.map(([name, versions]) => `${name} ${versions.join(', ')}`).join(' · ')}</p>` : nothing;
}

export function healthScreen() {
  const programs = PROGRAMS.map(program);
  return html`${mixed()}<div class="parts">${programs}</div>`;
}

onSecond(() => session.state === 'in' && here()[0] === 'health' && document.visibilityState === 'visible' && redraw());
