// What the till hears: the line coming and going, orders pushed and loaded, and when they count as seen.
import { Unreachable, path } from '../kit/api.js';
import { bell } from '../kit/bell.js';
import { prefs, redraw, say, toast } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { closedWhy, desk, isKitchen, isOpen, isReady, loadMenu, loadStore, nameOf, orders } from './desk.js';
import { ring } from './ring.js';

const KEEP_EVERY = 5_000;
const COUNTED = 1_500;
const RETRY = 2_000;
const LONG = 2_000;
const READY_SINCE = 12 * 3_600_000;

const { session, api, link, book } = desk;
let missed = null, round = 0, seenPos = null, keeping = null;

function welcomed({ resumed, lostFor }) {
  if (!resumed || !desk.loaded) return snapshot(desk.loaded, ++round);
  const note = missed = { count: 0 };
  setTimeout(() => {
    missed = null;
    if (lostFor > LONG) toast(t('till.resumed', { n: note.count, seconds: Math.round(lostFor / 1000) }), { kind: 'ok' });
  }, COUNTED);
}

/** Loads everything after the position is known; pushes of the meantime win by their version. */
async function snapshot(again, mine) {
  const { storeId } = session.who;
  book.beginSnapshot();
  try {
    const address = path`/stores/${storeId}/orders`, since = new Date(link.now() - READY_SINCE).toISOString();
    const [open, finished] = await Promise.all([
      api.all(`${address}?status=WAITING,ACCEPTED&limit=100`),
      api.all(`${address}?${new URLSearchParams({ status: 'FINISHED', from: since, limit: '100' })}`),
    ]);
    const list = [...open, ...finished.filter(isReady)];
    if (mine !== round || storeId !== session.who?.storeId) return;
    await Promise.all(book.replace(list).filter(id => isOpen(book.get(id))).map(refreshOrder));
    Object.assign(desk, { loaded: true, kept: null });
    ring();
    if (again) toast(t('till.reloaded'), { kind: 'ok' });
    loadStore();
    keep();
  } catch (failure) {
    console.warn('the board', failure);
    setTimeout(() => mine === round && session.state === 'in' && snapshot(again, mine), RETRY);
  }
  redraw();
}

/** Asks for one order; one that is no longer there is let go of. */
export async function refreshOrder(id) {
  try {
    const order = await api.get(path`/orders/${id}`);
    book.apply(order);
    settle(order);
    return order;
  } catch (failure) {
    if (failure instanceof Unreachable || failure.status !== 404) console.warn('the order', id, failure);
    else book.remove(id);
    return null;
  }
}

function heard({ t: type, d, pos, ack }) {
  if (type.startsWith('order.')) orderHeard(type, d);
  if (type === 'store.state') storeState(d);
  if (type === 'menu.changed') loadMenu();
  if (ack) seenPos = pos;
  acknowledge();
}

function orderHeard(type, order) {
  const before = book.get(order.orderId), outcome = book.apply(order);
  if (type === 'order.reminder') desk.reminded.add(order.orderId);
  if (outcome === 'old') return;
  if (outcome === 'new' && order.status === 'WAITING') announce(order);
  if (before && isOpen(before) && !isOpen(order)) {
    desk.troubles.delete(order.orderId);
    ended(order);
  }
  if (before?.status === 'WAITING' && order.status === 'ACCEPTED' && isKitchen()) bell.play('order');
  settle(order);
  ring();
  keep();
}

function announce(order) {
  if (missed) missed.count++;
  say(t('till.said.new', { number: order.number, what: order.lines.map(line => `${nameOf(line)} ${line.quantity}`).join(', ') }));
}

/** An order ended that this screen was showing: said aloud, unless it was finished or this till did it. */
function ended(order) {
  if (order.status === 'FINISHED' || desk.pending.has(order.orderId)) return;
  bell.play('cancelled');
  const why = order.reason ? ` · ${t(`kit.reason.${order.reason}`)}` : '';
  toast(t('till.ended', { number: order.number, status: t(`kit.status.${order.status}`) }) + why, { kind: 'bad', ms: 20_000 });
}

/** Nothing more is due for an order that has ended; the book still knows it, so that no older push brings it back. */
export function settle(order) {
  if (!order || isOpen(order)) return;
  desk.reminded.delete(order.orderId);
  if (!isReady(order)) {
    desk.troubles.delete(order.orderId);
    book.settle(order);
  }
  clearTimeout(desk.finishing.get(order.orderId)?.timer);
  desk.finishing.delete(order.orderId);
  keep();
}

export function storeState({ accepting, cause, pausedUntil, busyMinutes, busyUntil }) {
  const told = Object.entries({ pausedUntil, busyMinutes, busyUntil }).filter(([, value]) => value !== undefined);
  if (desk.store) Object.assign(desk.store, { accepting, ...Object.fromEntries(told) });
  desk.closedWhy = accepting ? null : closedWhy(cause);
  if (desk.closedWhy) bell.play('offline');
  loadStore();
}

/** Acknowledges what is in the book once the page is painted, or at once if it is heard; otherwise when either comes true. */
function acknowledge() {
  if (!seenPos) return;
  if (document.visibilityState === 'visible') requestAnimationFrame(() => requestAnimationFrame(sayAck));
  else if (bell.running) sayAck();
}

function sayAck() {
  if (seenPos) link.ack(seenPos);
  seenPos = null;
}

/** Keeps on the device what a card shows without a line, for a reload; to write more of hundreds of orders takes long. */
function keep() {
  keeping ??= setTimeout(() => {
    keeping = null;
    const kept = [...orders('WAITING'), ...orders('ACCEPTED')].map(({ orderId, number, status, pickup, lines, note, readyBy }) => ({ orderId, number, status, pickup, lines, note, readyBy }));
    if (desk.loaded) prefs.set('board', { at: link.now(), orders: kept });
  }, KEEP_EVERY);
}

link.on(event => {
  if (event.type === 'welcome') welcomed(event);
  if (event.type === 'push') heard(event.frame);
  redraw();
});
document.addEventListener('visibilitychange', acknowledge);
bell.on(acknowledge);
