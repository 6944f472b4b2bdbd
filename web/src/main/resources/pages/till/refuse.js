// Refusing an order: the reason, what it means for the buyer, and what follows for the menu or the day.
import { html, nothing, redraw } from '../kit/frame.js';
import { sheet, show } from '../kit/dialog.js';
import { t } from '../kit/words.js';
import { closeStore, refuse } from './commands.js';
import { nameOf, tomorrow } from './desk.js';

const REASONS = ['SOLD_OUT', 'TOO_BUSY', 'CLOSING', 'CANNOT_PREPARE', 'OTHER'];

const itemsOf = order => [...new Map(order.lines.map(line => [line.menuItemId, line])).values()];

/** Opens the dialog; nothing happens until it is sent. */
export async function refuseDialog(order) {
  const form = { reason: null, message: '', lines: new Set(), until: 'today', close: true, failed: false };
  const single = itemsOf(order);
  if (single.length === 1) form.lines.add(single[0].menuItemId);
  const chosen = await show(close => view(order, form, close), { label: t('till.refuse.title', { number: order.number }) });
  if (!chosen) return;
  refuse(order, {
    reason: form.reason, message: form.message.trim(),
    soldOut: form.reason === 'SOLD_OUT' ? [...form.lines] : [],
    until: form.until === 'today' ? tomorrow() : null,
  });
  if (form.reason === 'CLOSING' && form.close) closeStore();
}

function set(form, changes) {
  Object.assign(form, changes);
  redraw();
}

const radio = (form, name, value, text) => html`<label class="choice">
  <input type="radio" name=${name} value=${value} .checked=${form[name] === value} @change=${() => set(form, { [name]: value, failed: false })}>
  <span>${text}</span></label>`;

const tick = (checked, text, change) => html`<label class="choice">
  <input type="checkbox" .checked=${checked} @change=${event => change(event.target.checked)}><span>${text}</span></label>`;

const soldOutPart = (order, form) => html`<fieldset class="stack">
  <legend>${t('till.refuse.which')}</legend>
  <div class="choices">${itemsOf(order).map(line => tick(form.lines.has(line.menuItemId), nameOf(line), on => {
    form.lines[on ? 'add' : 'delete'](line.menuItemId);
    redraw();
  }))}</div>
  <div class="choices">${radio(form, 'until', 'today', t('till.soldout.today'))}${radio(form, 'until', 'told', t('till.soldout.told'))}</div>
</fieldset>`;

const words = form => html`<div class="field">
  <label for="message">${t(form.reason === 'OTHER' ? 'till.refuse.words' : 'till.refuse.words.optional')}</label>
  <textarea id="message" maxlength="200" aria-invalid=${form.failed} aria-describedby="message-hint" .value=${form.message}
    @input=${event => set(form, { message: event.target.value, failed: false })}></textarea>
  <span id="message-hint" class=${form.failed ? 'error' : 'hint'}>${form.failed ? t('till.refuse.words.needed') : t('till.refuse.words.hint')}</span>
</div>`;

const consequence = order => html`<p class="note">${t(order.tender === 'COUPON' ? 'till.refuse.coupon' : 'till.refuse.refunded')}</p>`;

function send(form, close) {
  if (form.reason === 'OTHER' && !form.message.trim()) return set(form, { failed: true });
  close(true);
}

const view = (order, form, close) => sheet({
  title: t('till.refuse.title', { number: order.number }), close,
  body: html`
    <fieldset class="stack"><legend>${t('till.refuse.why')}</legend>
      <div class="choices">${REASONS.map(reason => radio(form, 'reason', reason, t(`kit.reason.${reason}`)))}</div></fieldset>
    ${form.reason === 'SOLD_OUT' ? soldOutPart(order, form) : nothing}
    ${form.reason === 'CLOSING' ? tick(form.close, t('till.refuse.close'), on => set(form, { close: on })) : nothing}
    ${form.reason ? words(form) : nothing}
    ${form.reason ? consequence(order) : nothing}`,
  buttons: html`<button class="btn grow" @click=${() => close()}>${t('kit.cancel')}</button>
    <button class="btn btn-danger grow" data-action="send-refusal" ?disabled=${!form.reason} @click=${() => send(form, close)}>${t('till.refuse.send')}</button>`,
});
