// Open, paused, closed: the state in words, the dialog that changes it, and the screen when the service has closed the store.
import { explain } from '../kit/api.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { ask, sheet, show } from '../kit/dialog.js';
import { icon } from '../kit/icon.js';
import { clock } from '../kit/won.js';
import { t } from '../kit/words.js';
import { beBusy, closeStore, openStore } from './commands.js';
import { desk, orders, pause } from './desk.js';

const PAUSES = [15, 30, 60];
const BUSY_MINUTES = [5, 10, 20];
const BUSY_SPANS = [30, 60, 120];
let busyFor = 60;

const after = minutes => desk.link.now() + minutes * 60_000;

const pausedUntil = () => desk.store?.pausedUntil && Date.parse(desk.store.pausedUntil) > desk.link.now() ? desk.store.pausedUntil : null;

const busyUntil = () => desk.store?.busyMinutes && desk.store.busyUntil && Date.parse(desk.store.busyUntil) > desk.link.now() ? desk.store.busyUntil : null;

/** Whether the store takes no orders until it is opened; one that pauses will by itself. */
export const isClosed = () => desk.store?.accepting === false && !pausedUntil();

/** The state in a word. */
export function openingState() {
  if (!desk.store) return t('kit.loading');
  if (pausedUntil()) return html`<span class="dot dot-paused" aria-hidden="true"></span>${t('till.open.paused', { time: clock(pausedUntil()) })}`;
  if (isClosed()) return html`<span class="dot dot-closed" aria-hidden="true"></span>${t('till.open.closed')}`;
  if (busyUntil()) return html`<span class="dot dot-paused" aria-hidden="true"></span>${t('till.open.busy', { n: desk.store.busyMinutes, time: clock(busyUntil()) })}`;
  return html`<span class="dot dot-open" aria-hidden="true"></span>${t('till.open.open')}`;
}

const option = (close, value, text, hint, current) => html`<button class="btn btn-big btn-wide option" data-opening=${value} aria-pressed=${current} @click=${() => close(value)}>
  <span>${text}</span>${hint ? html`<span class="small soft">${hint}</span>` : nothing}</button>`;

const busy = close => html`<fieldset class="stack"><legend class="strong">${t('till.busy')}</legend>
  <div class="seg" role="group" aria-label=${t('till.busy.end')}>${BUSY_SPANS.map(minutes => html`<button class="btn" data-busy-for=${minutes} aria-pressed=${busyFor === minutes}
    @click=${() => { busyFor = minutes; redraw(); }}>${t('till.busy.until', { time: clock(after(minutes)) })}</button>`)}</div>
  <p class="small soft">${t('till.busy.hint', { time: clock(after(busyFor)) })}</p>
  <div class="tiles">${[0, ...BUSY_MINUTES].map(minutes => html`<button class="btn btn-big" data-busy=${minutes} aria-pressed=${(busyUntil() ? desk.store.busyMinutes : 0) === minutes}
    @click=${() => close({ busy: minutes })}>${minutes ? t('till.busy.by', { n: minutes }) : t('till.busy.none')}</button>`)}</div></fieldset>`;

const view = close => {
  const closed = isClosed(), paused = pausedUntil();
  return sheet({
    title: t('till.open.title'), close,
    body: html`
      ${option(close, 'open', t('till.open.open'), t('till.open.open.hint'), !closed && !paused)}
      ${PAUSES.map(minutes => option(close, String(minutes), t('till.open.pause', { n: minutes }), t('till.open.pause.hint', { time: clock(after(minutes)) }), false))}
      ${option(close, 'closed', t('till.open.close'), t('till.open.close.hint'), closed)}
      ${closed ? nothing : busy(close)}`,
  });
};

/** Asks what the store shall be, and does it. */
export async function openingDialog() {
  const chosen = await show(view, { label: t('till.open.title') });
  if (!chosen) return;
  try {
    if (chosen.busy !== undefined) beBusy(chosen.busy, new Date(after(busyFor)).toISOString());
    else if (chosen === 'closed') await close();
    else if (chosen === 'open') await open();
    else await pause(new Date(after(chosen)).toISOString());
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
}

async function open() {
  if (pausedUntil()) await pause(null);
  openStore();
}

async function close() {
  const n = orders('WAITING').length;
  const sure = !n || await ask({ title: t('till.open.close'), text: t('till.open.close.waiting', { n }), yes: t('till.open.close.yes'), danger: true });
  if (sure) closeStore();
}

/** The whole screen, when not the merchant but the service closed the store. */
export const closedScreen = () => html`<div class="closed-screen" role="alertdialog" aria-modal="true" aria-labelledby="closed-title" aria-describedby="closed-text">
  ${icon('stop', 'closed-mark')}
  <h1 id="closed-title">${t('till.closed.title')}</h1>
  <p id="closed-text">${t('till.closed.unacknowledged')}</p>
  <button class="btn btn-big" data-action="reopen" autofocus @click=${openStore}>${t('till.closed.open')}</button>
</div>`;
