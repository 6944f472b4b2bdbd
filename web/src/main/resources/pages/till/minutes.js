// How many minutes an order takes: the three that this till used last, or any other from 1 to 120.
import { html, prefs } from '../kit/frame.js';
import { sheet, show } from '../kit/dialog.js';
import { t } from '../kit/words.js';
import { accept, delay } from './commands.js';

const MOST = 120;
const USUAL = [5, 8, 12];
const LATER = [5, 10, 15, 20, 30, 60];
const TILES = [3, 5, 7, 10, 15, 20, 25, 30, 40, 60];

/** Three, in rising order, so that they stay where the finger expects them. */
export const minutesOffered = () => [...prefs.get('minutes', USUAL)].sort((a, b) => a - b);

/** Accepts, and remembers the minutes: those that were used longest ago make room. */
export function acceptIn(order, minutes) {
  prefs.set('minutes', [minutes, ...prefs.get('minutes', USUAL).filter(one => one !== minutes)].slice(0, 3));
  accept(order, minutes);
}

/** Asks for the minutes, and accepts. */
export async function minutesDialog(order) {
  const minutes = await show(close => sheet({
    title: t('till.minutes.title', { number: order.number }), close,
    body: html`
      <div class="tiles">${TILES.map(one => html`<button class="btn btn-big num" @click=${() => close(one)}>${t('till.minutes', { n: one })}</button>`)}</div>
      <form class="row" @submit=${event => taken(event, close)}>
        <div class="field grow"><label for="minutes">${t('till.minutes.other')}</label>
          <input id="minutes" name="minutes" type="number" inputmode="numeric" required min="1" max=${MOST} step="1"></div>
        <button class="btn btn-primary self-end">${t('till.accept')}</button>
      </form>`,
  }), { label: t('till.minutes.title', { number: order.number }) });
  if (minutes) acceptIn(order, minutes);
}

/** Asks how much later an accepted order will be, and tells it. */
export async function delayDialog(order) {
  const title = t('till.delay.title', { number: order.number });
  const minutes = await show(close => sheet({
    title, close,
    body: html`<p class="soft">${t('till.delay.text')}</p>
      <div class="tiles">${LATER.map(one => html`<button class="btn btn-big num" data-minutes=${one} @click=${() => close(one)}>${t('till.delay.by', { n: one })}</button>`)}</div>`,
  }), { label: title });
  if (minutes) delay(order, minutes);
}

function taken(event, close) {
  event.preventDefault();
  close(Number(new FormData(event.target).get('minutes')));
}
