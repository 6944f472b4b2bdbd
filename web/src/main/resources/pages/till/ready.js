// Orders that are ready: handed over by a tap, or by the code that the buyer shows.
import { html, nothing, repeat } from '../kit/frame.js';
import { sheet, show } from '../kit/dialog.js';
import { clock } from '../kit/won.js';
import { t } from '../kit/words.js';
import { collect } from './commands.js';
import { desk, nameOf } from './desk.js';

const asksForCode = () => desk.kitchen?.collection?.confirm === 'CODE';

async function handOver(order) {
  if (!asksForCode()) return collect(order);
  const title = t('till.ready.code.title', { number: order.number });
  const code = await show(close => sheet({
    title, close,
    body: html`<form class="row" @submit=${event => { event.preventDefault(); close(new FormData(event.target).get('code')); }}>
      <div class="field grow"><label for="code">${t('till.ready.code')}</label>
        <input id="code" name="code" class="num" inputmode="numeric" autocomplete="off" required pattern="[0-9]{4}" maxlength="4" data-first></div>
      <button class="btn btn-primary self-end">${t('till.ready.collect')}</button></form>`,
  }), { label: title });
  if (code) collect(order, code);
}

function button(order) {
  const command = desk.pending.get(order.orderId);
  if (command?.state === 'unsent') return html`<button class="btn" data-action="again" @click=${command.again}>${t('till.again')}</button>`;
  if (command) return html`<span data-sending><span class="spinner" aria-hidden="true"></span><span class="visually-hidden">${t('till.sending.order.collect')}</span></span>`;
  return html`<button class="btn btn-primary" data-action="collect" @click=${() => handOver(order)}>${t('till.ready.collect')}</button>`;
}

const row = order => html`<li class="ready-row" data-order=${order.number} aria-label=${t('till.number', { number: order.number })}>
  <span class="number num">${order.number}</span>
  <span class="grow stack tight"><span>${order.lines.map(line => `${nameOf(line)} ${line.quantity}`).join(', ')}</span>
    <span class="soft small num">${t('till.ready.since', { time: clock(order.finishedAt) })}${order.collection === 'UNCLAIMED' ? html` · <b class="unclaimed">${t('till.ready.unclaimed')}</b>` : nothing}</span>
    ${desk.troubles.has(order.orderId) ? html`<span class="note note-bad">${desk.troubles.get(order.orderId)}</span>` : nothing}</span>
  ${button(order)}</li>`;

/** The list; nothing while no order is ready. */
export const readyList = list => list.length ? html`<section class="ready" aria-label=${t('till.ready')}>
  <h2 class="column-title">${t('till.ready')} <span class="count num">${list.length}</span></h2>
  <ul class="ready-rows">${repeat(list, order => order.orderId, row)}</ul></section>` : nothing;
