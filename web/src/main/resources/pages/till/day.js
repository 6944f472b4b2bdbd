// The day in numbers: net and orders by tender from the wallet, what was refused and why, beside the seven days before.
import { explain, path } from '../kit/api.js';
import { html, nothing, redraw } from '../kit/frame.js';
import { addDays, count, day as dayName, dayOf, startOf, won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { desk } from './desk.js';
import { print } from './ticket.js';

const BEFORE = 7;
const LOST = 'REFUSED,CANCELLED,EXPIRED';
const NOTHING = { sales: 0, salesKrw: 0, reversals: 0, reversalsKrw: 0, netKrw: 0, byTender: {} };
const state = { storeId: null, day: null, days: [], lost: [], trouble: null, loaded: false };

async function load() {
  const day = state.day = dayOf(desk.link.now()), from = addDays(day, -BEFORE);
  const { walletId, storeId } = desk.session.who;
  if (storeId !== state.storeId) Object.assign(state, { storeId, trouble: null, loaded: false });
  try {
    const [days, lost] = await Promise.all([
      desk.api.get(`${path`/wallets/${walletId}/days`}?${new URLSearchParams({ from, to: day })}`),
      desk.api.all(`${path`/stores/${storeId}/orders`}?${new URLSearchParams({ status: LOST, from: startOf(day), to: startOf(addDays(day, 1)), limit: '100' })}`),
    ]);
    if (storeId !== state.storeId) return;
    const known = new Map((days.items ?? days).map(one => [one.day, one]));
    Object.assign(state, { days: Array.from({ length: BEFORE + 1 }, (_, at) => ({ ...NOTHING, day: addDays(from, at), ...known.get(addDays(from, at)) })), lost, trouble: null, loaded: true });
  } catch (failure) {
    state.trouble = explain(failure);
  }
  redraw();
}

const figure = (label, value, kind = '') => html`<div class="card figure ${kind}"><span class="soft">${label}</span><strong class="num">${value}</strong></div>`;

const TENDERS = ['card', 'points', 'coupon', 'gift', 'unknown'];

/** Net sums of the tenders that the day saw. */
const tenders = today => TENDERS.filter(tender => today.byTender[`${tender}Krw`])
  .map(tender => [t(`kit.tender.${tender.toUpperCase()}`), won(today.byTender[`${tender}Krw`])]);

/** How often something was lost, by what became of it and why. */
function losses() {
  const sums = new Map();
  state.lost.forEach(order => {
    const name = t(`kit.status.${order.status}`) + (order.reason ? ` · ${t(`kit.reason.${order.reason}`)}` : '');
    sums.set(name, (sums.get(name) ?? 0) + 1);
  });
  return [...sums].sort((a, b) => b[1] - a[1]);
}

const rows = (title, list, none) => html`<section class="card stack"><h3>${title}</h3>
  ${list.length ? html`<table><tbody>${list.map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="end num">${value}</td></tr>`)}</tbody></table>` : html`<p class="soft">${none}</p>`}</section>`;

function week() {
  const most = Math.max(1, ...state.days.map(one => one.netKrw));
  return html`<section class="card stack"><h3>${t('till.day.week')}</h3><table class="week"><tbody>${state.days.toReversed().map((one, at) => html`<tr class=${at ? '' : 'strong'}>
    <th scope="row">${at ? dayName(startOf(one.day)) : t('till.day.today')}</th>
    <td><progress max=${most} .value=${Math.max(0, one.netKrw)} aria-hidden="true"></progress></td>
    <td class="end num">${won(one.netKrw)}</td><td class="end num soft">${t('till.day.orders', { n: count(one.sales) })}</td></tr>`)}</tbody></table></section>`;
}

function content() {
  const today = state.days.at(-1), before = state.days.slice(0, -1);
  const usual = before.reduce((sum, one) => sum + one.netKrw, 0) / before.length;
  return html`
    <div class="figures">
      ${figure(t('till.day.net'), won(today.netKrw), 'figure-main')}
      ${figure(t('till.day.count'), count(today.sales))}
      ${figure(t('till.day.reversed'), won(today.reversalsKrw))}
      ${figure(t('till.day.usual'), won(Math.round(usual)))}
    </div>
    <div class="halves">
      <div class="stack">${rows(t('till.day.tender'), tenders(today), t('till.day.nothing'))}${rows(t('till.day.lost'), losses(), t('till.day.lost.none'))}</div>
      ${week()}
    </div>`;
}

const cell = value => `"${String(value).replaceAll('"', '""')}"`;

function save() {
  const lines = [['day', 'sales', 'sales_krw', 'reversals', 'reversals_krw', 'net_krw'],
    ...state.days.map(one => [one.day, one.sales, one.salesKrw, one.reversals, one.reversalsKrw, one.netKrw])];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', lines.map(line => line.map(cell).join(',')).join('\r\n')], { type: 'text/csv' }));
  link.download = `${state.day}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The screen; loaded anew whenever it is come to. */
export function day() {
  if (state.storeId !== desk.session.who.storeId) load();
  return html`<div class="page stack">
    <div class="spread wrap"><h2 class="page-title">${t('till.tab.day')} <span class="soft">${state.day ? dayName(startOf(state.day)) : nothing}</span></h2>
      ${state.loaded ? html`<div class="row"><button class="btn" @click=${save}>${t('till.day.csv')}</button><button class="btn" @click=${() => print(html`<h1>${desk.store?.name} ${state.day}</h1>${content()}`, null)}>${t('till.print')}</button></div>` : nothing}</div>
    ${state.trouble ? html`<div class="note note-bad spread"><span>${state.trouble}</span><button class="btn" @click=${load}>${t('kit.retry')}</button></div>` : nothing}
    ${state.loaded ? content() : state.trouble ? nothing : html`<div class="skeleton" role="status"><span class="visually-hidden">${t('kit.loading')}</span></div>`}</div>`;
}

addEventListener('hashchange', () => location.hash === '#day' && state.day && load());
