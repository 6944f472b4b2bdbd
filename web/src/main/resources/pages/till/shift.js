// From the tap that starts the till to signing out, or to another merchant signing in.
import { bell } from '../kit/bell.js';
import { prefs, redraw } from '../kit/frame.js';
import { desk, loadMenu, loadStore } from './desk.js';

const { session, link } = desk;
/** The store whose board this is, or was before a reload. */
let owner = prefs.get('store', null);

/** After the tap that lets us sound: connects, and keeps the screen on. */
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

/** Leaves: no orders here any more, and nothing of the store stays on the device but its id. */
export async function signOut() {
  link.stop();
  const told = session.signOut();
  desk.started = false;
  forget();
  redraw();
  await told;
}

function forget() {
  const merchant = prefs.get('merchant', null);
  Object.assign(desk, { loaded: false, store: null, kitchen: null, kept: null, closedWhy: null });
  [desk.book, desk.menu, desk.pending, desk.finishing, desk.troubles, desk.reminded, desk.decided].forEach(one => one.clear());
  link.forget();
  prefs.clear();
  prefs.set('merchant', merchant);
}

/** A session of another store, signed in here or in another tab, finds nothing of the earlier one. */
function belongTo(storeId) {
  if (owner !== storeId && owner !== null) {
    const open = desk.started && link.phase !== 'stopped';
    link.stop();
    forget();
    if (open) start();
  }
  owner = storeId;
  prefs.set('store', storeId);
}

async function keepAwake() {
  if (!desk.started || !navigator.wakeLock || document.visibilityState !== 'visible') return;
  try {
    await navigator.wakeLock.request('screen');
  } catch (failure) {
    console.warn('the screen may go dark', failure.message);
  }
}

session.on(() => {
  if (session.state === 'in') belongTo(session.who.storeId);
  if (session.state === 'out' && link.phase !== 'stopped') link.stop('sign-in');
  redraw();
});
link.on(event => {
  if (event.type === 'state' && event.phase === 'stopped' && link.why === 'sign-in' && session.state === 'in') session.lost();
});
document.addEventListener('visibilitychange', keepAwake);
bell.on(redraw);
