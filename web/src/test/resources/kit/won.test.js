import { minutesUntil } from '../kit/won.js';
import { equal, run, test } from './harness.js';

const NOW = Date.parse('2026-03-02T03:00:00Z');
const until = milliseconds => minutesUntil(new Date(NOW + milliseconds).toISOString(), NOW);

test('eight_minutes_stay_eight_although_clocks_differ_by_a_moment', () => {
  equal([until(480_000), until(480_900), until(479_000)], [8, 8, 8]);
});

test('minutes_are_rounded_up_and_negative_when_passed', () => {
  equal([until(430_000), until(60_000), until(0), until(-70_000)], [8, 1, 0, -1]);
});

run();
