// The board: new orders, what is being made, and all of it counted.
import { html, nothing, repeat } from '../kit/frame.js';
import { icon } from '../kit/icon.js';
import { t } from '../kit/words.js';
import { card, shared } from './card.js';
import { isClosed } from './opening.js';
import { undoFinish } from './commands.js';
import { desk, isKitchen, nameOf, orders, readyOrders } from './desk.js';
import { readyList } from './ready.js';

const SOON = 5_000;

function cards(list) {
  const around = shared();
  return html`<div class="cards">${repeat(list, order => order.orderId, order => card(order, around))}</div>`;
}

const empty = key => html`<div class="empty">${icon('cup', 'empty-mark')}<p>${t(key)}</p></div>`;

function column(key, list, below = nothing) {
  return html`<section class="column column-${key}" aria-label=${t(`till.board.${key}`)}>
    <h2 class="column-title">${t(`till.board.${key}`)} <span class="count num">${list.length}</span></h2>
    ${!desk.loaded ? html`<div class="skeleton" role="status"><span class="visually-hidden">${t('kit.loading')}</span></div>` : list.length ? cards(list) : empty(`till.board.${key}.none`)}
    ${below}
  </section>`;
}

/** Pieces of each item over all open orders, the most first. */
function counts(list) {
  const sums = new Map();
  list.flatMap(order => order.lines).forEach(line => {
    const known = sums.get(line.menuItemId) ?? { name: nameOf(line), pieces: 0 };
    known.pieces += line.quantity;
    sums.set(line.menuItemId, known);
  });
  return [...sums.values()].sort((a, b) => b.pieces - a.pieces || a.name.localeCompare(b.name));
}

const allDay = list => html`<aside class="column column-counts" aria-label=${t('till.board.counts')}>
  <h2 class="column-title">${t('till.board.counts')}</h2>
  <ul class="counts">${counts(list).map(one => html`<li class="spread"><span>${one.name}</span><b class="num">${one.pieces}</b></li>`)}</ul>
  ${list.length ? nothing : html`<p class="soft small">${t('till.board.counts.none')}</p>`}
</aside>`;

const undo = ([id, { order, at }]) => html`<div class="undo" role="status">
  <span>${t('till.finish.done', { number: order.number })}</span>
  <button class="btn" data-action="undo" @click=${() => undoFinish(id)}>${t('till.undo')} <span class="num" aria-hidden="true">${Math.max(0, Math.min(SOON / 1000, Math.ceil((at - Date.now()) / 1000)))}</span></button>
</div>`;

function closedNote() {
  if (!isClosed() || desk.closedWhy) return nothing;
  return html`<p class="note note-warn closed-note"><strong>${t('till.closed.note')}</strong> ${t('till.closed.note.text')}</p>`;
}

/** The screen. */
export function board() {
  const kitchen = isKitchen(), [waiting, making] = [orders('WAITING'), orders('ACCEPTED')];
  return html`${closedNote()}
    <div class="board ${kitchen ? 'board-kitchen' : ''}">
      ${kitchen ? nothing : column('new', waiting)}
      ${column('making', making, readyList(readyOrders()))}
      ${allDay(kitchen ? making : [...waiting, ...making])}
    </div>
    <div class="undos">${repeat([...desk.finishing], ([id]) => id, undo)}</div>`;
}
