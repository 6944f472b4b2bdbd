// One order, payment or coupon: the facts of each service side by side, one timeline across them, and what can be done.
import { explain, path } from '../kit/api.js';
import { ask, sheet, show } from '../kit/dialog.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { drop } from '../kit/load.js';
import { won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { facts, moment, table, timeline } from './facts.js';
import { everythingOf, merchantsOf } from './find.js';
import { api } from './office.js';

const MISSES = [400, 404];
const isMissing = slot => MISSES.includes(slot.error?.status) || slot.value?.items?.length === 0;

/** A part of the record, or that its service does not answer. */
const part = (name, slot, view) => isMissing(slot) ? nothing : html`<section class="card stack" data-part=${name}><h2>${t(`operator.part.${name}`)}</h2>
  ${slot.value ? view(slot.value) : slot.error ? html`<p class="note note-bad">${t('operator.silent')} ${explain(slot.error)}</p>` : html`<div class="skeleton"></div>`}</section>`;

const steps = (source, entries) => (entries ?? []).map(entry => ({ at: entry.at, source, text: entry.step ?? entry.kind ?? entry.what ?? '', more: [entry.actor, entry.reason, entry.detail].filter(Boolean).join(' · ') }));

const entry = one => ({ at: one.at, kind: one.kind, detail: won(one.amountKrw) });

const all = ({ order, payment, coupon, booked }) => [
  ...steps('store', order.value?.timeline), ...steps('payment', payment.value?.timeline), ...steps('coupon', coupon.value?.timeline),
  ...steps('merchant', booked.value?.items.map(entry)),
];

async function act(question, action) {
  if (question && !await ask(question)) return;
  try {
    await action();
    toast(t('operator.done'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('*');
}

/** Asks PortOne once more for a refund that was given up. */
export const retry = refund => act({ title: t('operator.retry'), text: t('operator.retry.text', { amount: won(refund.refundKrw) }), yes: t('operator.retry') },
  () => api.post(path`/refunds/${refund.refundId}/retry`, undefined, { once: `retry.${refund.refundId}.${refund.tries}` }));

/** Ends a refund that a person has paid back otherwise, with a note for those who ask later. */
export async function settle(refund) {
  let note = '', settledKrw = String(refund.refundKrw ?? '');
  const done = await show(close => sheet({
    title: t('operator.settle'), close,
    body: html`<p>${t('operator.settle.text')}</p>
      <div class="field"><label for="settled">${t('operator.amount')}</label><input id="settled" inputmode="numeric" .value=${settledKrw} @input=${event => settledKrw = event.target.value}></div>
      <div class="field"><label for="note">${t('operator.note')}</label><textarea id="note" maxlength="500" data-first @input=${event => { note = event.target.value; redraw(); }}></textarea><span class="hint">${t('operator.note.hint')}</span></div>`,
    buttons: html`<button class="btn btn-primary grow" ?disabled=${note.trim().length < 5 || !/^\d+$/.test(settledKrw)} @click=${() => close(true)}>${t('operator.settle')}</button>`,
  }), { label: t('operator.settle') });
  if (done) await act(null, () => api.post(path`/refunds/${refund.refundId}/settlement`, { note: note.trim(), settledKrw: Number(settledKrw), at: new Date().toISOString() }, { once: `settle.${refund.refundId}` }));
}

/** A refund with what it waits for and what may be done about it. */
export const refundView = refund => html`<article class="refund stack tight">
  <div class="spread"><strong class="num">${won(refund.refundKrw ?? 0)}</strong><span class="pill ${{ DONE: 'pill-ok', SETTLED: 'pill-ok', MANUAL: 'pill-bad' }[refund.status] ?? 'pill-warn'}">${refund.status}</span></div>
  <span class="soft small">${[refund.purpose, refund.reason, t('operator.tries', { n: refund.tries ?? 0 }), refund.lastAnswer].filter(Boolean).join(' · ')}</span>
  ${refund.nextTryAt ? html`<span class="soft small">${t('operator.nextTry')} ${moment(refund.nextTryAt)}</span>` : nothing}
  ${refund.status === 'MANUAL' ? html`<div class="row"><button class="btn" data-test="retry" @click=${() => retry(refund)}>${t('operator.retry')}</button><button class="btn btn-primary" data-test="settle" @click=${() => settle(refund)}>${t('operator.settle')}</button></div>` : nothing}</article>`;

const payment = one => html`${(one.refunds ?? []).map(refundView)}${facts(one, ['timeline', 'refunds'])}`;

const ENTRIES = () => [['kind', t('operator.kind')], ['amountKrw', t('operator.amount')], ['at', t('operator.at')], ['walletId', t('operator.wallet')]];

export function recordScreen(id) {
  const found = everythingOf(id);
  const first = found.paid.value?.items?.[0];
  if (first?.checkoutId && isMissing(found.order) && isMissing(found.payment) && first.checkoutId !== id) {
    location.replace(`#record/${first.checkoutId}`);
    return nothing;
  }
  const missing = [found.order, found.payment, found.coupon].every(isMissing) && !first;
  if (missing && merchantsOf(id).value?.items.length) {
    location.replace(`#stores/${id}`);
    return nothing;
  }
  return html`<a class="back" href="#find">‹ ${t('operator.tab.find')}</a><h1 class="id num">${id}</h1>
    ${missing ? html`<p class="empty">${t('operator.nothing')}</p>` : nothing}
    ${all(found).length ? html`<section class="card stack"><h2>${t('operator.timeline')}</h2>${timeline(all(found))}</section>` : nothing}
    <div class="parts">${part('order', found.order, one => facts(one, ['timeline']))}${part('payment', found.payment, payment)}${part('coupon', found.coupon, one => facts(one, ['timeline']))}${part('booked', found.booked, one => table(one.items, ENTRIES()))}</div>`;
}
