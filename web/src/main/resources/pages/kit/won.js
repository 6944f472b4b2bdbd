// Money, moments and durations in the reader's language; the clock is that of Seoul wherever the device is.
import { language } from './words.js';

const ZONE = 'Asia/Seoul';
const made = new Map();

function format(name, options) {
  const locale = language() === 'ko' ? 'ko-KR' : 'en-GB';
  const key = name + locale;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return made.get(key);
}

const DIGITS = new Intl.NumberFormat('ko-KR');

/** Whole won: `12,500원` or `₩12,500`. */
export const won = amount => language() === 'ko' ? `${DIGITS.format(amount)}원` : `${amount < 0 ? '−' : ''}₩${DIGITS.format(Math.abs(amount))}`;

/** Grouped digits. */
export const count = number => DIGITS.format(number);

/** Hour and minute of an instant (RFC 3339 text or milliseconds): `15:31`. */
export const clock = at => format('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** Day of an instant: `11월 25일 (수)`, `Wed, 25 Nov`. */
export const day = at => format('day', { month: 'short', day: 'numeric', weekday: 'short' }).format(new Date(at));

const ISO = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Date in Seoul of an instant: `2026-11-25`. */
export const dayOf = at => ISO.format(new Date(at));

/** Date so many days later. */
export const addDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** First instant of a date in Seoul, which has no summer time. */
export const startOf = date => new Date(`${date}T00:00:00+09:00`).toISOString();

/** Minutes and seconds, never below zero: `4:12`. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes from now to an instant, rounded up from two seconds on, as clocks differ; negative when it has passed. */
export const minutesUntil = (at, now) => Math.ceil((Date.parse(at) - now - 2_000) / 60_000);
