import { answer, find, pass } from './world.js';
import { onSecond } from '../kit/frame.js';
import { drop } from '../kit/load.js';
import '../operator/main.js';
import { session } from '../operator/office.js';
import { equal, run, test, until } from './harness.js';

const ORDER = '0190a0a0-0000-7000-8000-000000000001';
const WALLET = '0190a0a0-0000-7000-8000-00000000000c';
const MINUTE = 60_000;
const PATIENCE = 15_000;

/** Signs in, and asks for everything that is shown anew. */
function begin() {
  session.state = 'in';
  drop('*');
}

const shown = css => find(css)?.textContent ?? '';
const told = items => ({ items, nextCursor: null });
const isBusy = { code: 'busy', detail: '바쁩니다' };

test('the_title_counts_what_waits_for_a_person', async () => {
  answer('GET /payments', told([{ checkoutId: ORDER }, { checkoutId: WALLET }]));
  answer('GET /dead-letters/store', told([{ id: 1 }]));
  begin();
  await until(() => document.title.startsWith('(3) '), document.title, PATIENCE);
  answer('GET /payments', told([]));
  answer('GET /dead-letters/store', told([]));
  begin();
  await until(() => !document.title.startsWith('('), document.title, PATIENCE);
});

const entry = (kind, amountKrw, at) => ({ entryId: ORDER, walletId: WALLET, kind, amountKrw, orderId: ORDER, tender: 'CARD', at });

test('the_entries_of_an_order_stand_in_its_one_timeline', async () => {
  location.hash = `record/${ORDER}`;
  answer(`GET /orders/${ORDER}`, { orderId: ORDER, timeline: [{ at: '2026-03-02T03:00:00Z', step: 'placed' }, { at: '2026-03-02T03:02:00Z', step: 'refused' }] });
  answer('GET /wallets/entries', { items: [entry('SALE', 4500, '2026-03-02T03:01:00Z'), entry('REVERSAL', -4500, '2026-03-02T03:03:00Z')] });
  begin();
  await until(() => shown('.timeline').includes('REVERSAL'), shown('.timeline'), PATIENCE);
  equal([...document.querySelectorAll('.timeline li')].map(step => step.textContent.match(/placed|refused|SALE|REVERSAL/)[0]), ['placed', 'SALE', 'refused', 'REVERSAL']);
  equal([...document.querySelectorAll('[data-part=booked] tbody tr')].map(row => /-?4,500원/.exec(row.textContent)[0]), ['4,500원', '-4,500원']);
});

test('a_merchant_service_that_does_not_answer_hides_nothing_of_the_others', async () => {
  location.hash = `record/${WALLET}`;
  answer(`GET /orders/${WALLET}`, { orderId: WALLET, timeline: [{ at: '2026-03-02T03:00:00Z', step: 'placed' }] });
  answer('GET /wallets/entries', isBusy, 503);
  begin();
  await until(() => shown('[data-part=booked]').includes(isBusy.detail), shown('.parts'), PATIENCE);
  equal([shown('[data-part=order]').includes(WALLET), shown('.timeline').includes('placed'), shown('[data-part=booked] table')], [true, true, '']);
});

const vitals = version => ({ service: 'any', version, consumers: [] });
const version = name => shown(`[data-program=${name}] [data-test=version]`);

test('programs_and_instances_of_different_versions_are_told_apart', async () => {
  location.hash = 'health';
  ['merchant', 'store', 'coupon', 'payment', 'gateway'].forEach(name => answer(`GET /vitals/${name}`, vitals('1.0.0')));
  begin();
  await until(() => version('gateway') === '1.0.0' && version('store') === '1.0.0', 'each version', PATIENCE);
  equal(shown('[data-test=mixed]'), '');
  answer('GET /vitals/store', vitals('1.1.0'));
  drop('vitals:store');
  await until(() => version('store') === '1.0.0, 1.1.0', version('store'), PATIENCE);
  equal([shown('[data-test=mixed]').includes('store 1.0.0, 1.1.0'), shown('[data-program=store] .note-warn') !== '', version('coupon')], [true, true, '1.0.0']);
});

test('half_an_hour_without_use_signs_the_operator_out', async () => {
  let ticks = 0;
  onSecond(() => ticks++);
  const later = async minutes => {
    const before = ticks;
    pass(minutes * MINUTE);
    await until(() => ticks > before + 1, 'two seconds', PATIENCE);
  };
  dispatchEvent(new Event('keydown'));
  begin();
  await later(29);
  equal(session.state, 'in');
  dispatchEvent(new Event('pointerdown'));
  await later(29);
  equal(session.state, 'in');
  await later(2);
  equal(session.state, 'out');
  await until(() => find('[data-test=sign-in]'), 'the screen to sign in', PATIENCE);
});

run();
