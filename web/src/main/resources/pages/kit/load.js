// Answers that a screen shows: asked for once by key and kept until stale or dropped, so that a view reads a state and no promise.
import { explain } from './api.js';
import { html, redraw } from './frame.js';
import { t } from './words.js';

const slots = new Map();

async function ask(slot, question) {
  Object.assign(slot, { busy: true, dropped: false });
  try {
    slot.value = await question();
    slot.error = null;
  } catch (failure) {
    slot.error = failure;
  }
  Object.assign(slot, { busy: false, at: slot.dropped ? 0 : Date.now() });
  redraw();
}

/** State of an answer: `value` (undefined before the first), `error`, `busy`. A failure is kept until {@link drop}. */
export function load(key, question, { fresh = 60_000 } = {}) {
  let slot = slots.get(key);
  if (!slot) slots.set(key, slot = { value: undefined, error: null, busy: false, at: 0 });
  if (!slot.busy && !slot.error && Date.now() - slot.at > fresh) ask(slot, question);
  return slot;
}

/** Lets the next view ask again, also while an answer is awaited, which may be older; the old answer is shown meanwhile. A key that ends in `*` stands for all that begin so. */
export function drop(key) {
  const matches = key.endsWith('*') ? name => name.startsWith(key.slice(0, -1)) : name => name === key;
  for (const [name, slot] of slots) if (matches(name)) Object.assign(slot, { at: 0, error: null, dropped: true });
  redraw();
}

/** Forgets all answers, when another person signs in. */
export function forgetAnswers() {
  slots.clear();
}

/** View of an answer: a placeholder while there is none, the reason with a retry when it failed, else `view(value)`. */
export function shown(key, slot, view) {
  if (slot.value !== undefined) return view(slot.value);
  if (slot.error) return html`<div class="note note-bad stack" role="alert"><span>${explain(slot.error)}</span>
    <span><button class="btn" @click=${() => drop(key)}>${t('kit.retry')}</button></span></div>`;
  return html`<div class="stack" aria-busy="true"><span class="visually-hidden">${t('kit.loading')}</span><div class="skeleton"></div><div class="skeleton"></div></div>`;
}
