// What needs a hand: refunds that PortOne refuses, streams parked in a consumer, differences between the books.
import { explain, path } from '../kit/api.js';
import { html, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts, moment, table } from './facts.js';
import { api, SERVICES, session } from './office.js';
import { refundView } from './record.js';

const FRESH = { fresh: 15_000 };
const refunds = () => load('hand:refunds', () => api.get('/payments?refund=MANUAL,UNKNOWN&limit=50'), FRESH);
const parked = service => load(`hand:parked:${service}`, () => api.get(`/dead-letters/${service}?limit=50`), FRESH);
const proof = () => load('hand:proof', () => api.get('/proof?hours=24'), { fresh: 60_000 });

const differencesOf = report => report?.differences ?? [];

/** How many things wait for a person, as far as the services have answered. */
export function handCount() {
  if (session.state !== 'in') return 0;
  return (refunds().value?.items.length ?? 0) + SERVICES.reduce((sum, service) => sum + (parked(service).value?.items.length ?? 0), 0) + differencesOf(proof().value).length;
}

async function replay(service, letter) {
  try {
    await api.post(path`/dead-letters/${service}/${letter.id}/replay`, undefined, { once: `replay.${service}.${letter.id}.${letter.tries}` });
    toast(t('operator.replayed'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('hand:*');
}

const refundRow = one => html`<li class="stack"><div class="spread"><a href="#record/${one.checkoutId}" class="num">${one.checkoutId}</a><span class="soft">${one.orderName ?? ''}</span></div>
  ${(one.refunds ?? []).filter(refund => refund.status === 'MANUAL' || refund.status === 'UNKNOWN').map(refundView)}</li>`;

const letters = (service, page) => page.items.length ? table(page.items, [['stream', t('operator.stream')], ['type', t('operator.event')], ['reason', t('operator.reason')], ['heardAt', t('operator.since'), row => row.heardAt ? moment(row.heardAt) : ''],
  ['id', '', row => html`<button class="btn" @click=${() => replay(service, row)}>${t('operator.replay')}</button>`]])
  : html`<p class="soft">${t('operator.noneParked')}</p>`;

const report = one => differencesOf(one).length ? table(differencesOf(one), [['checkoutId', 'id'], ['kind', t('operator.kind')], ['detail', t('operator.detail')]])
  : html`<p class="note note-ok">${t('operator.booksAgree')}</p>${facts(one, ['differences'])}`;

const isFree = service => service.value?.items.length === 0;

export const handScreen = () => html`
  <section class="card stack"><h2>${t('operator.hand.refunds')}</h2>${shown('hand:refunds', refunds(), page => page.items.length ? html`<ul class="list">${page.items.map(refundRow)}</ul>` : html`<p class="note note-ok">${t('operator.noRefunds')}</p>`)}</section>
  <section class="card stack"><h2>${t('operator.hand.parked')}</h2>${SERVICES.every(service => isFree(parked(service))) ? html`<p class="note note-ok">${t('operator.noneParked')}</p>`
    : SERVICES.map(service => html`<h3>${service}</h3>${shown(`hand:parked:${service}`, parked(service), page => letters(service, page))}`)}</section>
  <section class="card stack"><h2>${t('operator.hand.proof')}</h2>${shown('hand:proof', proof(), report)}</section>`;
