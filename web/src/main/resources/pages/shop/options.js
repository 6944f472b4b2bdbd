// Options of an item: which choice of each group holds, what it costs, and what cannot be had for drinking in.
import { html, nothing } from '../kit/frame.js';
import { won } from '../kit/won.js';
import { t } from '../kit/words.js';

const isFor = (choice, pickup) => !pickup || !(choice.notFor ?? []).includes(pickup);
const isThere = choice => choice.available !== false;

/** The default choices: the first of each group that can be had. */
export const defaults = (item, pickup) => Object.fromEntries((item.optionGroups ?? []).map(group => {
  const first = group.choices.find(choice => isThere(choice) && isFor(choice, pickup)) ?? group.choices[0];
  return [group.key, first.value];
}));

const chosen = (item, options) => (item.optionGroups ?? []).map(group => group.choices.find(choice => choice.value === options[group.key])).filter(Boolean);

/** Price of one piece with its options. */
export const priceOf = (item, options) => chosen(item, options).reduce((sum, choice) => sum + choice.priceDeltaKrw, item.priceKrw);

/** Names of what was chosen. */
export const namesOf = (item, options) => chosen(item, options).map(choice => choice.name);

/** Names of what was chosen and can't be had this way of picking up. */
export const misfits = (item, options, pickup) => chosen(item, options).filter(choice => !isFor(choice, pickup)).map(choice => choice.name);

/** Whether the item, or something that was chosen with it, is sold out. */
export const isGone = (item, options) => item.available === false || !chosen(item, options).every(isThere);

/** The same options with each misfit replaced by the first choice that fits. */
export function fitted(item, options, pickup) {
  const others = defaults(item, pickup);
  return Object.fromEntries((item.optionGroups ?? []).map(group => {
    const mine = group.choices.find(choice => choice.value === options[group.key]);
    return [group.key, mine && isFor(mine, pickup) ? mine.value : others[group.key]];
  }));
}

const delta = choice => choice.priceDeltaKrw === 0 ? nothing : html`<span class="soft num">${choice.priceDeltaKrw > 0 ? '+' : '−'}${won(Math.abs(choice.priceDeltaKrw))}</span>`;

const tile = (group, choice, options, pick) => html`<label class="choice">
  <input type="radio" name=${group.key} .checked=${options[group.key] === choice.value} ?disabled=${!isThere(choice)} @change=${() => pick(group.key, choice.value)}>
  <span class="grow">${choice.name}${(choice.notFor ?? []).includes('DINE_IN') ? html` <span class="soft small">${t('shop.takeOutOnly')}</span>` : nothing}${isThere(choice) ? nothing : html` <span class="soft small">${t('shop.soldOut')}</span>`}</span>${delta(choice)}</label>`;

/** Fields of all groups; `pick(key, value)` hears a choice. */
export const optionFields = (item, options, pick) => (item.optionGroups ?? []).map(group => html`<fieldset class="stack">
  <legend>${group.name}</legend><div class="choices">${group.choices.map(choice => tile(group, choice, options, pick))}</div></fieldset>`);
