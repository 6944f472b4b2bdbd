// What the till says to the service, and what becomes of it: only a reply or a push changes a card.
import { prefs, redraw, say, toast } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { desk, loadStore, setAvailability } from './desk.js';
import { refreshOrder, settle, storeState } from './hearing.js';

const UNDO = 5_000;
const REPLIED = ['status', 'version', 'readyBy', 'finishedAt', 'collection'];

function command(name, d) {
  const sent = desk.link.command(name, d), { orderId } = d;
  if (orderId) {
    desk.pending.set(orderId, sent);
    desk.troubles.delete(orderId);
  }
  redraw();
  return sent;
}

export const accept = (order, minutes) => command('order.accept', { orderId: order.orderId, minutes });

/** Refuses, also after acceptance; lines that are sold out are struck from the menu until a moment, or until told otherwise. */
export function refuse(order, { reason, message, soldOut = [], until = null }) {
  command('order.refuse', { orderId: order.orderId, reason, ...(message && { message }) });
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
  if (desk.finishing.delete(id)) command('order.finish', { orderId: id });
}

/** Makes an accepted order that much later; the promise that its buyer was given stays. */
export const delay = (order, minutes) => command('order.delay', { orderId: order.orderId, minutes });

/** Hands a ready order over; with the buyer's code where the store asks for one. */
export const collect = (order, code) => command('order.collect', { orderId: order.orderId, ...(code && { code }) });

/** Adds minutes to each new order until a moment; no minutes end it. */
export const beBusy = (extraMinutes, until) => command('store.busy', { extraMinutes, ...(extraMinutes && { until }) });

export const openStore = () => {
  desk.closedWhy = null;
  return command('store.open', {});
};

export const closeStore = () => command('store.close', {});

function answered(sent) {
  const { orderId } = sent.d;
  if (!sent.open) {
    if (orderId) desk.pending.delete(orderId);
    if (sent.state === 'done') done(sent, orderId);
    else failed(sent, orderId);
  }
  redraw();
}

function done(sent, orderId) {
  if (sent.t === 'store.busy') return loadStore();
  if (sent.t.startsWith('store.')) return storeState({ accepting: sent.t === 'store.open', cause: 'merchant' });
  const order = desk.book.get(orderId);
  if (!order || !sent.reply) return;
  const told = REPLIED.filter(name => sent.reply[name] !== undefined).map(name => [name, sent.reply[name]]);
  desk.book.apply({ ...order, ...Object.fromEntries(told) });
  desk.decided.add(orderId + sent.reply.status);
  if (sent.t === 'order.accept' && prefs.get('printAtAccept', false)) import('./ticket.js').then(found => found.printTicket(desk.book.get(orderId)));
  settle(desk.book.get(orderId));
}

/** Whether an order became what it is by a merchant's command that this page did not send. */
const isElsewhere = ({ orderId, status, timeline }) => !desk.decided.has(orderId + status)
  && timeline.some(({ step, actor }) => actor === 'merchant' && step === status.toLowerCase());

async function failed(sent, orderId) {
  if (!orderId) return toast(sent.error.detail, { kind: 'bad' });
  const decided = sent.error.code === 'order-already-decided';
  if (!decided) desk.troubles.set(orderId, sent.error.detail);
  const now = await refreshOrder(orderId);
  if (now && decided) toast(t(isElsewhere(now) ? 'till.decided.elsewhere' : 'till.decided', { number: now.number, status: t(`kit.status.${now.status}`) }), { ms: 12_000 });
}

desk.link.on(event => event.type === 'command' && answered(event.command));
addEventListener('pagehide', () => [...desk.finishing.keys()].forEach(sendFinish));
