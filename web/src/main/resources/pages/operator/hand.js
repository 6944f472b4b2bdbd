// What needs a hand: refunds that PortOne refuses, streams parked in a consumer, differences between the books, and payments that became something else.
import { explain, path } from '../kit/api.js';
import { ask } from '../kit/dialog.js';
import { here, html, nothing, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts, moment, table } from './facts.js';
import { api, SERVICES, session } from './office.js';
import { refundView } from './record.js';

const FRESH = { fresh: 15_000 };
/** A replay is made a moment after it was asked for. */
const LOOK_AGAIN = [500, 1_500, 3_000, 6_000];
const replayed = new Set();
const tryOf = (service, letter) => `${service}.${letter.id}.${letter.tries}`;
const refunds = () => load('hand:refunds', () => api.get('/payments?refund=MANUAL,UNKNOWN&limit=50'), FRESH);
const parked = service => load(`hand:parked:${service}`, () => api.get(`/dead-letters/${service}?limit=50`), FRESH);
const proof = () => load('hand:proof', () => api.get('/proof?hours=24'), { fresh: 60_000 });
const seals = () => load('hand:seals', () => api.get('/wallets/broken-seals'), { fresh: 60_000 });

/** Number of disagreements that a report names, with accounts of which it can say nothing. */
const contradictions = report => report ? report.differences.length + report.fulfilment.length + report.unread.length : 0;

/** How many things wait for a person, as far as the services have answered. */
export function handCount() {
  if (session.state !== 'in') return 0;
  return (refunds().value?.items.length ?? 0) + SERVICES.reduce((sum, service) => sum + (parked(service).value?.items.length ?? 0), 0) + contradictions(proof().value) + (seals().value?.items.length ?? 0);
}

async function replay(service, letter) {
  if (!await ask({ title: t('operator.replay'), text: t('operator.replay.text', letter), yes: t('operator.replay') })) return;
  try {
    await api.post(path`/dead-letters/${service}/${letter.id}/replay`, undefined, { once: `replay.${service}.${letter.id}.${letter.tries}` });
    toast(t('operator.replayed'), { kind: 'ok' });
    replayed.add(tryOf(service, letter));
    LOOK_AGAIN.forEach(delay => setTimeout(() => drop(`hand:parked:${service}`), delay));
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('hand:*');
}

const refundRow = one => html`<li class="stack" data-checkout=${one.checkoutId}><div class="spread"><a href="#record/${one.checkoutId}" class="num">${one.checkoutId}</a><span class="soft">${one.orderName ?? ''}</span></div>
  ${(one.refunds ?? []).filter(refund => refund.status === 'MANUAL' || refund.status === 'UNKNOWN').map(refundView)}</li>`;

const letters = (service, page) => table(page.items, [
  ['id', '', row => html`<button class="btn" data-letter=${row.stream} ?disabled=${replayed.has(tryOf(service, row))} @click=${() => replay(service, row)}>${t(replayed.has(tryOf(service, row)) ? 'operator.replaying' : 'operator.replay')}</button>`],
  ['consumer', t('operator.consumer')], ['stream', t('operator.stream')], ['type', t('operator.event')], ['state', t('operator.status')], ['tries', t('operator.triesSoFar')], ['reason', t('operator.reason')], ['heardAt', t('operator.since'), row => row.heardAt ? moment(row.heardAt) : '']]);

const report = one => html`
  ${one.differences.length ? table(one.differences, [['checkoutId', t('operator.checkout')], ['paymentId', t('operator.payment')], ['kind', t('operator.kind')], ['detail', t('operator.detail')]]) : nothing}
  ${contradictions(one) ? nothing : html`<p class="note note-ok">${t('operator.booksAgree')}</p>`}
  ${facts(one, ['differences', 'fulfilment', 'unread'])}`;

const fulfilment = one => one.fulfilment.length ? table(one.fulfilment, [['checkoutId', t('operator.checkout')], ['kind', t('operator.kind')], ['detail', t('operator.detail')], ['since', t('operator.since.first')]])
  : html`<p class="note note-ok">${t('operator.fulfilled')}</p>`;

const unread = one => one.unread.length ? html`<div class="note note-bad stack" role="alert" data-test="unread"><span>${t('operator.unread')}</span><ul>${one.unread.map(account => html`<li class="num">${account}</li>`)}</ul></div>` : nothing;

const broken = one => one.items.length ? table(one.items, [['walletId', t('operator.wallet')], ['day', t('operator.day')], ['foundAt', t('operator.since.first')]])
  : html`<p class="note note-ok">${t('operator.sealsHold')}</p>`;

const isFree = service => service.value?.items.length === 0;

export const handScreen = () => html`
  <section class="card stack"><h2>${t('operator.hand.refunds')}</h2>${shown('hand:refunds', refunds(), page => page.items.length ? html`<ul class="list">${page.items.map(refundRow)}</ul>` : html`<p class="note note-ok">${t('operator.noRefunds')}</p>`)}</section>
  <section class="card stack"><h2>${t('operator.hand.parked')}</h2>${SERVICES.every(service => isFree(parked(service))) ? html`<p class="note note-ok">${t('operator.noneParked')}</p>`
    : SERVICES.filter(service => !isFree(parked(service))).map(service => html`<h3>${service}</h3>${shown(`hand:parked:${service}`, parked(service), page => letters(service, page))}`)}</section>
  <section class="card stack"><h2>${t('operator.hand.proof')}</h2>${shown('hand:proof', proof(), one => html`${unread(one)}${report(one)}`)}</section>
  <section class="card stack" data-test="fulfilment"><h2>${t('operator.hand.fulfilment')}</h2>${shown('hand:proof', proof(), fulfilment)}</section>
  <section class="card stack" data-test="seals"><h2>${t('operator.hand.seals')}</h2>${shown('hand:seals', seals(), broken)}</section>`;

addEventListener('hashchange', () => here()[0] === 'hand' && drop('hand:*'));
