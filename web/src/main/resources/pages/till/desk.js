// What the till knows: session, line, orders, store and menu; its screens read from here.
import { explain, makeApi, path } from '../kit/api.js';
import { Book } from '../kit/book.js';
import { prefs, redraw, toast } from '../kit/frame.js';
import { Link } from '../kit/link.js';
import { makeSession } from '../kit/session.js';
import { addDays, dayOf, minutesUntil, span, startOf } from '../kit/won.js';
import { language, t } from '../kit/words.js';

const ANSWER_SECONDS = 300;
const RETRY = 3_000;

const session = makeSession();
const api = makeApi(session);

/** The till's state. By order id: `pending` commands, `finishing` while that can be undone, `troubles` in words, `reminded`. `decided` has ids with the status that a command of this page made. */
export const desk = {
  session, api, link: new Link({ path: '/ws/merchant', api }), book: new Book(),
  started: false, loaded: false, store: null, kitchen: null, closedWhy: null, menu: new Map(), menuFailed: false, kept: prefs.get('board', null), update: null,
  pending: new Map(), finishing: new Map(), troubles: new Map(), reminded: new Set(), decided: new Set(),
};

/** Whether an order is still something to do. */
export const isOpen = order => order.status === 'WAITING' || order.status === 'ACCEPTED';

const isBeingFinished = ({ orderId }) => {
  const command = desk.pending.get(orderId);
  return desk.finishing.has(orderId) || (command?.t === 'order.finish' && command.state === 'sending');
};

/** Whether an order is ready and was not handed over yet. */
export const isReady = order => order.status === 'FINISHED' && ['AWAITED', 'UNCLAIMED'].includes(order.collection);

/** Orders that are ready for their buyers, the oldest first. */
export const readyOrders = () => desk.book.all().filter(isReady).sort((a, b) => Date.parse(a.finishedAt) - Date.parse(b.finishedAt));

const having = status => desk.book.all().filter(order => order.status === status && !isBeingFinished(order));

/** Orders of a status, the oldest first. */
export const orders = status => having(status)
  .sort((a, b) => Date.parse(a.placedAt) - Date.parse(b.placedAt));

/** Orders that wait for an answer which this till has not given yet, in no order. */
export const unanswered = () => having('WAITING').filter(order => !desk.pending.has(order.orderId));

/** Server's time at which an order runs out unanswered. */
export const answerBy = order => order.answerBy
  ? Date.parse(order.answerBy)
  : Date.parse(order.deliveredAt ?? order.placedAt) + (desk.store?.answerWithinSeconds ?? ANSWER_SECONDS) * 1000;

/** What a countdown to an instant says now. */
export const timeLeft = until => t('till.left', { time: span(until - desk.link.now()) });

/** Whole minutes until an accepted order was promised, zero or fewer when that has passed; null without a promise. */
export const minutesLeft = order => order.readyBy ? minutesUntil(order.readyBy, desk.link.now()) : null;

/** First instant of tomorrow in Seoul: until then an item is sold out for today. */
export const tomorrow = () => startOf(addDays(dayOf(desk.link.now()), 1));

/** Whether this screen is the kitchen's: it shows what is accepted, and no money. */
export const isKitchen = () => prefs.get('screen', 'counter') === 'kitchen';

/** The cause for which the service itself closed the store, else null. */
export const closedWhy = cause => cause === 'unacknowledged' ? cause : null;

export async function loadStore() {
  const { storeId } = session.who;
  try {
    const address = path`/stores/${storeId}`;
    const [store, kitchen] = await Promise.all([api.get(address), api.get(`${address}/kitchen`)]);
    if (storeId !== session.who?.storeId) return;
    Object.assign(desk, { store, kitchen, closedWhy: closedWhy(store.closedBy) });
    redraw();
  } catch (failure) {
    console.warn('the store', failure);
    setTimeout(() => session.state === 'in' && !desk.store && loadStore(), RETRY);
  }
}

export async function loadMenu() {
  const { storeId } = session.who;
  try {
    const { items } = await api.get(`/menu?${new URLSearchParams({ storeId, full: true })}`);
    if (storeId !== session.who?.storeId) return;
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

/** Choices of a line: their words, and whether that is not the item's first choice. */
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

/** Takes no orders until then; with null takes them again. */
export async function pause(until) {
  const address = path`/stores/${session.who.storeId}/pause`;
  await (until ? api.put(address, { until }) : api.del(address));
  await loadStore();
}

/** Strikes an item out until a moment, or until told otherwise; or puts it back. A failure is said in words. */
export async function setAvailability(menuItemId, { available, until = null }) {
  const item = desk.menu.get(menuItemId);
  try {
    await api.put(path`/stores/${session.who.storeId}/menu/${menuItemId}/availability`, { available, ...(until && { until }) });
    if (item) Object.assign(item, { available, soldOutUntil: available ? null : until });
  } catch (failure) {
    toast(t('till.soldout.failed', { name: item ? nameOf(item) : menuItemId, why: explain(failure) }), { kind: 'bad' });
  }
  redraw();
}
