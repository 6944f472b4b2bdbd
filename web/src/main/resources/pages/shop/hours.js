// When a store takes orders: in Korea, by the hours of its week, and by those of special days, which beat them.
import { addDays, dayOf, startOf } from '../kit/won.js';

/** Days of the week as the API names them. */
export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const WHOLE_DAY = { opens: '00:00', closes: '24:00' };
const AHEAD = 8;
const MINUTE = 60_000;

const weekday = date => DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
const minutes = time => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function hoursOn({ orderingHours, openingHours, specialDays }, date) {
  const special = specialDays?.[date], week = orderingHours ?? openingHours;
  if (special) return special.closed ? null : special;
  return week ? week[weekday(date)] : WHOLE_DAY;
}

/** Beginning and end of the hours that begin on a date; those that end no later than they begin end on the next. */
function interval(store, date) {
  const hours = hoursOn(store, date);
  if (!hours) return null;
  const midnight = Date.parse(startOf(date)), [opens, closes] = [minutes(hours.opens), minutes(hours.closes)];
  return [midnight + opens * MINUTE, midnight + (closes > opens ? closes : closes + 1_440) * MINUTE];
}

/** The next moment at which hours begin; null within hours, and where none begin in the coming days. */
export function opensAt(store, now) {
  const today = dayOf(now);
  const all = Array.from({ length: AHEAD + 1 }, (_, at) => interval(store, addDays(today, at - 1))).filter(Boolean);
  if (all.some(([from, until]) => from <= now && now < until)) return null;
  return all.map(([from]) => from).find(from => from > now) ?? null;
}
