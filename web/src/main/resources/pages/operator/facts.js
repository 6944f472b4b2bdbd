// Facts of a record as a table of names and values, in the form in which a service tells them.
import { html, nothing } from '../kit/frame.js';
import { clock, day, won } from '../kit/won.js';
import { t } from '../kit/words.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Day and time of an instant to the second, in Seoul. */
export const moment = at => html`<time datetime=${at} class="num">${day(at)} ${clock(at)}:${at.slice(17, 19)}</time>`;

const MERCHANTS = ['merchantId', 'storeId', 'walletId'];

/** Where an id leads: to its merchant, or to the record of an order, payment or coupon. */
const linked = (name, id) => html`<a class="num" href="#${MERCHANTS.includes(name) ? 'stores' : 'record'}/${id}">${id}</a>`;

function value(name, one) {
  if (one === null || one === undefined || one === '' || one.length === 0) return html`<span class="soft">–</span>`;
  if (typeof one === 'number') return html`<span class="num">${name.endsWith('Krw') ? won(one) : one}</span>`;
  if (typeof one === 'boolean') return one ? '✔' : '✘';
  if (typeof one === 'string' && MOMENT.test(one)) return moment(one);
  if (typeof one === 'string' && UUID.test(one)) return linked(name, one);
  if (Array.isArray(one)) return one.every(part => typeof part !== 'object') ? one.join(', ') : html`<details><summary>${one.length}</summary>${one.map(part => facts(part))}</details>`;
  if (typeof one === 'object') return facts(one);
  return String(one);
}

/** Table of an object; `without` names what is shown elsewhere. */
export const facts = (object, without = []) => html`<dl class="facts">${Object.entries(object).filter(([name]) => !without.includes(name)).map(([name, one]) => html`<div><dt>${name}</dt><dd>${value(name, one)}</dd></div>`)}</dl>`;

/** Table of rows with the given columns `[name, label, view?]`; `link(row)` makes the first cell lead somewhere. */
export const table = (rows, columns, link) => html`<div class="scroll" tabindex="0" role="group" aria-label=${t('operator.table')}><table><thead><tr>${columns.map(([, label]) => label ? html`<th>${label}</th>` : html`<td></td>`)}</tr></thead>
  <tbody>${rows.map(row => html`<tr data-coupon=${row.couponId ?? nothing}>${columns.map(([name, , view], i) => html`<td>${i === 0 && link ? html`<a href=${link(row)}>${view ? view(row) : value(name, row[name])}</a>` : view ? view(row) : value(name, row[name])}</td>`)}</tr>`)}</tbody></table></div>`;

/** Steps of a timeline from several sources in one, oldest first: `[{at, source, text}]`. */
export const timeline = steps => html`<ol class="timeline">${[...steps].filter(step => step.at).sort((a, b) => a.at.localeCompare(b.at)).map(step => html`<li>${moment(step.at)} <span class="pill">${step.source}</span> <span>${step.text}</span>${step.more ? html` <span class="soft">${step.more}</span>` : nothing}</li>`)}</ol>`;
