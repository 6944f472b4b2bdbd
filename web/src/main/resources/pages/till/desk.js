// What the till knows and does: session, line, orders, commands; screens read from here and act through here.
import { Unreachable, explain, makeApi, path } from '../kit/api.js';
import { bell } from '../kit/bell.js';
import { Book } from '../kit/book.js';
import { prefs, redraw, say, toast } from '../kit/frame.js';
import { Link } from '../kit/link.js';
import { makeSession } from '../kit/session.js';
import { language, t } from '../kit/words.js';
import { keepAwake } from './awake.js';
import { ring } from './ring.js';
import { printTicket } from './ticket.js';

const UNDO = 5_000;
const KEEP_EVERY = 2_000;
const COUNTED = 1_500;
const ANSWER_SECONDS = 300;
const LIVE = ['WAITING', 'ACCEPTED'];

const session = makeSession();
const api = makeApi(session);
const link = new Link({ path: '/ws/merchant', api });

/** The till's state, read by its screens. */
export const desk = {
  session, api, link, book: new Book(),
  started: false, loaded: false, store: null, menu: new Map(), menuFailed: false, closedWhy: null, kept: prefs.get('board', null),
  pending: new Map(), finishing: new Map(), troubles: new Map(), reminded: new Set(),
};

const commands = new Map();
let seenPos = null, keeping = null;

/** Orders of a status, the oldest first. */
export const orders = status => desk.book.all()
  .filter(order => order.status === status && !desk.finishing.has(order.orderId) && !isBeingFinished(order))
  .sort((a, b) => a.placedAt < b.placedAt ? -1 : 1);

const isBeingFinished = order => desk.pending.get(order.orderId)?.t === 'order.finish' && desk.pending.get(order.orderId).state === 'sending';

/** Orders that wait for an answer which this till has not given yet. */
export const unanswered = () => orders('WAITING').filter(order => !desk.pending.has(order.orderId));

/** Server's time at which an order runs out unanswered. */
export const answerBy = order => Date.parse(order.answerBy ?? order.deliveredAt ?? order.placedAt)
  + (order.answerBy ? 0 : (desk.store?.answerWithinSeconds ?? ANSWER_SECONDS) * 1000);

/** After the tap that lets us sound: connects, and stays awake. */
export function start() {
  desk.started = true;
  keepAwake();
  link.start();
  loadStore();
  loadMenu();
  redraw();
}

/** Connects again after a stop that the merchant has understood. */
export function continueHere() {
  link.start();
  redraw();
}

export async function signOut() {
  link.stop();
  await session.signOut();
  forget();
}

function forget() {
  const merchant = prefs.get('merchant', null);
  Object.assign(desk, { started: false, loaded: false, store: null, kept: null, closedWhy: null });
  [desk.book, desk.menu, desk.pending, desk.finishing, desk.troubles, desk.reminded, commands].forEach(one => one.clear());
  clearTimeout(keeping);
  prefs.clear();
  prefs.set('merchant', merchant);
  redraw();
}

export async function loadStore() {
  try {
    desk.store = await api.get(path`/stores/${session.who.storeId}`);
    redraw();
  } catch (failure) {
    console.warn('the store', failure);
    setTimeout(() => session.state === 'in' && !desk.store && loadStore(), 3000);
  }
}

export async function loadMenu() {
  try {
    const { items } = await api.get(`/menu?${new URLSearchParams({ storeId: session.who.storeId, full: true })}`);
    desk.menu = new Map(items.map(item => [item.menuItemId, item]));
    desk.menuFailed = false;
  } catch (failure) {
    console.warn('the menu', failure);
    desk.menuFailed = true;
  }
  redraw();
}

/** Name of a line's item in the reader's language. */
export const nameOf = line => language() === 'en' ? line.englishName ?? desk.menu.get(line.menuItemId)?.englishName ?? line.name : line.name;

/** What was chosen for a line: words, and whether that is not the item's first choice. */
export function choicesOf(line) {
  const groups = desk.menu.get(line.menuItemId)?.optionGroups;
  if (!groups) return (line.choices ?? Object.values(line.options ?? {})).map(text => ({ text, unusual: false }));
  const chosen = groups.filter(group => line.options?.[group.key]).map(group => {
    const at = group.choices.findIndex(choice => choice.value === line.options[group.key]);
    return { text: group.choices[at]?.name ?? line.options[group.key], unusual: at !== 0 };
  });
  const names = new Set(chosen.map(choice => choice.text));
  return [...chosen, ...(line.choices ?? []).filter(text => !names.has(text)).map(text => ({ text, unusual: true }))];
}

// --- commands

function command(name, d, orderId) {
  const sent = link.command(name, d);
  commands.set(sent.id, { orderId, d });
  if (orderId) {
    desk.pending.set(orderId, sent);
    desk.troubles.delete(orderId);
  }
  redraw();
  return sent;
}

export function accept(order, minutes) {
  command('order.accept', { orderId: order.orderId, minutes }, order.orderId);
}

/** Refuses, also after acceptance; lines that are sold out are struck from the menu until a moment, or until told otherwise. */
export function refuse(order, { reason, message, soldOut = [], until = null }) {
  command('order.refuse', { orderId: order.orderId, reason, ...(message && { message }) }, order.orderId);
  soldOut.forEach(menuItemId => setAvailability(menuItemId, { available: false, until }));
}

/** The card goes at once; the command follows after a while in which that can be undone. */
export function finish(order) {
  const id = order.orderId;
  desk.finishing.set(id, { order, at: Date.now() + UNDO, timer: setTimeout(() => sendFinish(id), UNDO) });
  say(t('till.finish.said', { number: order.number }));
  redraw();
}

export function undoFinish(id) {
  clearTimeout(desk.finishing.get(id)?.timer);
  desk.finishing.delete(id);
  redraw();
}

function sendFinish(id) {
  clearTimeout(desk.finishing.get(id)?.timer);
  if (desk.finishing.delete(id)) command('order.finish', { orderId: id }, id);
}

addEventListener('pagehide', () => [...desk.finishing.keys()].forEach(sendFinish));

export function openStore() {
  desk.closedWhy = null;
  return command('store.open', {});
}

export const closeStore = () => command('store.close', {});

/** Takes no orders until then; with null takes them again. */
export async function pause(until) {
  const address = path`/stores/${session.who.storeId}/pause`;
  await (until ? api.put(address, { until }) : api.del(address));
  await loadStore();
}

export async function setAvailability(menuItemId, { available, until }) {
  const item = desk.menu.get(menuItemId);
  try {
    await api.put(path`/stores/${session.who.storeId}/menu/${menuItemId}/availability`, { available, ...(until && { until }) });
    if (item) Object.assign(item, { available, soldOutUntil: available ? null : until ?? null });
  } catch (failure) {
    toast(t('till.soldout.failed', { name: item ? nameOf(item) : menuItemId, why: explain(failure) }), { kind: 'bad' });
  }
  redraw();
}

function answered(sent) {
  const { orderId } = commands.get(sent.id) ?? {};
  if (sent.open) return redraw();
  commands.delete(sent.id);
  if (orderId) desk.pending.delete(orderId);
  if (sent.state === 'done') done(sent, orderId);
  else failed(sent, orderId);
  redraw();
}

function done(sent, orderId) {
  if (sent.t.startsWith('store.')) return storeState({ accepting: sent.t === 'store.open', cause: 'merchant' });
  const order = desk.book.get(orderId);
  if (!order || !sent.reply) return;
  desk.book.apply({ ...order, ...pick(sent.reply, ['status', 'version', 'readyBy']) });
  if (sent.t === 'order.accept' && prefs.get('printAtAccept', false)) printTicket(desk.book.get(orderId));
  settle(desk.book.get(orderId));
}

const pick = (from, names) => Object.fromEntries(names.filter(name => from[name] !== undefined).map(name => [name, from[name]]));

async function failed(sent, orderId) {
  if (!orderId) return toast(sent.error.detail, { kind: 'bad' });
  if (sent.error.code !== 'order-already-decided') desk.troubles.set(orderId, sent.error.detail);
  const now = await refreshOrder(orderId);
  if (now && sent.error.code === 'order-already-decided') {
    toast(t('till.decided', { number: now.number, status: t(`kit.status.${now.status}`) }), { kind: 'info', ms: 12_000 });
  }
}

// --- what is heard

session.on(() => {
  if (session.state === 'out' && link.phase !== 'stopped') link.stop('sign-in');
  redraw();
});

link.on(event => {
  if (event.type === 'welcome') welcomed(event);
  if (event.type === 'push') heard(event.frame);
  if (event.type === 'command') answered(event.command);
  if (event.type === 'state' && event.phase === 'stopped' && link.why === 'sign-in' && session.state === 'in') session.lost();
  redraw();
});

let missed = null, round = 0;

function welcomed({ resumed, lostFor }) {
  if (!resumed || !desk.loaded) return snapshot(desk.loaded, ++round);
  const note = missed = { count: 0 };
  setTimeout(() => {
    missed = null;
    if (lostFor > 2000) toast(t('till.resumed', { n: note.count, seconds: Math.round(lostFor / 1000) }), { kind: 'ok' });
  }, COUNTED);
}

/** Loads everything after the position is known; pushes of the meantime win by their version. */
async function snapshot(again, mine) {
  desk.book.beginSnapshot();
  try {
    const list = await api.all(`${path`/stores/${session.who.storeId}/orders`}?status=${LIVE}&limit=100`);
    if (mine !== round) return;
    const lacking = desk.book.replace(list).filter(id => LIVE.includes(desk.book.get(id).status));
    await Promise.all(lacking.map(refreshOrder));
    desk.loaded = true;
    desk.kept = null;
    ring();
    if (again) toast(t('till.reloaded'), { kind: 'ok' });
    loadStore();
    keep();
  } catch (failure) {
    console.warn('the board', failure);
    setTimeout(() => mine === round && session.state === 'in' && snapshot(again, mine), 2000);
  }
  redraw();
}

/** Asks for one order; one that is no longer there is let go of. */
async function refreshOrder(id) {
  try {
    const order = await api.get(path`/orders/${id}`);
    desk.book.apply(order);
    settle(order);
    return order;
  } catch (failure) {
    if (failure instanceof Unreachable || failure.status !== 404) console.warn('the order', id, failure);
    else desk.book.remove(id);
    return null;
  }
}

function heard({ t: type, d, pos, ack }) {
  if (type.startsWith('order.')) orderHeard(type, d);
  if (type === 'store.state') storeState(d);
  if (ack) seenPos = pos;
  if (type === 'menu.changed') loadMenu();
  acknowledge();
}

function orderHeard(type, order) {
  const before = desk.book.get(order.orderId), outcome = desk.book.apply(order);
  if (type === 'order.reminder') desk.reminded.add(order.orderId);
  if (outcome === 'old') return;
  if (outcome === 'new' && order.status === 'WAITING') {
    if (missed) missed.count++;
    say(t('till.said.new', { number: order.number, what: order.lines.map(line => `${nameOf(line)} ${line.quantity}`).join(', ') }));
  }
  if (before && LIVE.includes(before.status) && !LIVE.includes(order.status)) ended(before, order);
  if (before?.status === 'WAITING' && order.status === 'ACCEPTED' && prefs.get('screen', 'counter') === 'kitchen') bell.play('order');
  settle(order);
  ring();
  keep();
}

/** An order ended that this screen was showing: said aloud, unless it was finished or this till did it. */
function ended(before, order) {
  if (order.status === 'FINISHED' || desk.pending.has(order.orderId)) return;
  bell.play('cancelled');
  const why = order.reason ? ` · ${t(`kit.reason.${order.reason}`)}` : '';
  toast(t('till.ended', { number: order.number, status: t(`kit.status.${order.status}`) }) + why, { kind: 'bad', ms: 20_000 });
}

/** Nothing more is shown of an order that has ended. */
function settle(order) {
  if (!order || LIVE.includes(order.status)) return;
  [desk.reminded, desk.troubles].forEach(one => one.delete(order.orderId));
  undoFinish(order.orderId);
  keep();
}

function storeState(state) {
  if (desk.store) Object.assign(desk.store, pick(state, ['accepting', 'pausedUntil']));
  desk.closedWhy = !state.accepting && state.cause === 'unacknowledged' ? state.cause : null;
  if (desk.closedWhy) bell.play('offline');
  loadStore();
}

// --- seen or heard

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

document.addEventListener('visibilitychange', acknowledge);
bell.on(() => {
  acknowledge();
  redraw();
});

/** Keeps the board on the device, for a reload without a line. */
function keep() {
  keeping ??= setTimeout(() => {
    keeping = null;
    if (desk.loaded) prefs.set('board', { at: link.now(), name: desk.store?.name ?? '', orders: [...orders('WAITING'), ...orders('ACCEPTED')] });
  }, KEEP_EVERY);
}
