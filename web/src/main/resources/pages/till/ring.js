// Ringing is a function of the state: while an order waits without an answer of ours, and no moment longer.
import { bell } from '../kit/bell.js';
import { onSecond, prefs } from '../kit/frame.js';
import { desk, isKitchen, unanswered } from './desk.js';

const EVERY = 4_000;
const LOUDER_AFTER = 60_000;
const OFFLINE_EVERY = 30_000;
const OFFLINE_AFTER = 5_000;

let rangAt = 0, warnedAt = 0;

/** Rings if there is cause and the last time is long enough ago. */
export function ring() {
  const waiting = isKitchen() ? [] : unanswered();
  if (!desk.started || !waiting.length || Date.now() - rangAt < EVERY) return;
  rangAt = Date.now();
  bell.play('order', { louder: waiting.some(isLate) });
}

const isLate = order => desk.reminded.has(order.orderId) || desk.link.now() - Date.parse(order.placedAt) > LOUDER_AFTER;

function warn() {
  const { lostAt, why } = desk.link;
  if (!desk.started || !lostAt || why === 'superseded' || Date.now() - lostAt < OFFLINE_AFTER || Date.now() - warnedAt < OFFLINE_EVERY) return;
  warnedAt = Date.now();
  bell.play('offline');
}

bell.volume = prefs.get('volume', 2);
bell.tone = prefs.get('tone', 1);
onSecond(ring);
onSecond(warn);
