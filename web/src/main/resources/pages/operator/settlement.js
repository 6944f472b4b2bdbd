// Card payments of a Korean day, cleared with wallets, gifts and refunds: the sum, one line per store, and what nothing explains.
import { path } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { load, shown } from '../kit/load.js';
import { addDays, dayOf } from '../kit/won.js';
import { t } from '../kit/words.js';
import { table } from './facts.js';
import { api } from './office.js';

const SUMS = ['paidKrw', 'cancelledKrw', 'byHandKrw', 'bookedKrw', 'onItsWayKrw', 'differenceKrw'];
const today = () => dayOf(Date.now());
const wanted = { day: addDays(today(), -1), account: '' };

const COLUMNS = () => [['storeId', t('operator.store')], ['payments', t('operator.payments')], ...SUMS.map(name => [name, t(`operator.clearing.${name}`)])];

const lines = one => table([{ ...one.total, storeId: t('operator.total') }, { ...one.gifts, storeId: t('operator.gifts') }, ...one.stores], COLUMNS());

const UNEXPLAINED = () => [['checkoutId', t('operator.checkout')], ['heldKrw', t('operator.held')], ['bookedKrw', t('operator.clearing.bookedKrw')], ['differenceKrw', t('operator.clearing.differenceKrw')]];

const cleared = one => html`<section class="card stack" data-day=${one.day}><h2>${t('operator.clearing', { day: one.day })}</h2>
    ${one.differences.length ? html`<p class="note note-bad" role="alert">${t('operator.unexplained', { n: one.differences.length })}</p>${table(one.differences, UNEXPLAINED())}` : html`<p class="note note-ok">${t('operator.explained')}</p>`}
    ${lines(one)}</section>
  ${one.seals.length ? html`<section class="card stack"><h2>${t('operator.seals')}</h2>
    ${table(one.seals, [['storeId', t('operator.store')], ['orders', t('operator.orders')], ['root', t('operator.root')], ['sealedAt', t('operator.sealed')]])}</section>` : nothing}`;

function choose(day) {
  if (!day) return;
  wanted.day = day;
  redraw();
}

function answers() {
  const account = wanted.account.trim(), key = `clearing:${wanted.day}:${account}`;
  return shown(key, load(key, () => api.get(path`/settlement/days/${wanted.day}` + (account ? `?account=${encodeURIComponent(account)}` : '')), { fresh: 30_000 }), cleared);
}

/** The screen. */
export const settlementScreen = () => html`<div class="row day-picker">
    <button class="btn btn-icon" aria-label=${t('operator.dayBefore')} @click=${() => choose(addDays(wanted.day, -1))}>‹</button>
    <div class="field"><label for="settled-day">${t('operator.day')}</label><input id="settled-day" type="date" max=${today()} .value=${wanted.day} @change=${event => choose(event.target.value)}></div>
    <button class="btn btn-icon" aria-label=${t('operator.dayAfter')} ?disabled=${wanted.day >= today()} @click=${() => choose(addDays(wanted.day, 1))}>›</button>
    <div class="field"><label for="account">${t('operator.account')}</label><input id="account" autocomplete="off" spellcheck="false" maxlength="64" .value=${wanted.account} @change=${event => { wanted.account = event.target.value; redraw(); }}></div></div>
  ${answers()}`;
