// How many of a line.
import { html } from '../kit/frame.js';
import { t } from '../kit/words.js';

const MOST = 99;

/** Stepper of a quantity from 1 to 99. */
export const stepper = (quantity, set) => html`<span class="stepper" role="group" aria-label=${t('shop.quantity')}>
  <button class="btn btn-icon" aria-label=${t('shop.fewer')} ?disabled=${quantity <= 1} @click=${() => set(quantity - 1)}>−</button>
  <output class="num" aria-live="polite">${quantity}</output>
  <button class="btn btn-icon" aria-label=${t('shop.more')} ?disabled=${quantity >= MOST} @click=${() => set(quantity + 1)}>+</button></span>`;
