// What a checkout can be refused with, in both languages: where that is said, and that nothing of the basket is lost by it.
import { answer, find, problem, write } from './world.js';
import { enter, fill, item } from './shop-page.js';
import { problems } from './problems.js';
import { t, useLanguage } from '../kit/words.js';
import { basket } from '../shop/basket.js';
import { basketScreen } from '../shop/paying.js';
import { equal, run, test, until } from './harness.js';

const coffee = item('americano', '아메리카노', 4_500), cake = item('cheesecake', '치즈케이크', 7_500);
const OWN = '0190a0a0-0000-7000-8000-00000000000d';
/** Members by which a refusal is one of a line; every other is said above the button. */
const OF_A_LINE = {
  'item-unavailable': { lines: [1], remaining: [2] },
  'invalid-request': { errors: [{ field: 'lines[1].options', message: 'are too many' }] },
};

const above = text => find('.note-bad[role=alert]', text);
const errors = () => [...document.querySelectorAll('.basket-line, .field')].map(one => one.querySelector('.error')?.textContent.trim() ?? '');

/** Shows a basket of two lines and a note, of which nothing has been said yet. */
async function shown(items = [coffee, cake]) {
  fill(items, { note: '얼음 적게', pickup: 'DINE_IN' });
  await until(() => document.querySelectorAll('.basket-line').length === 2 && find('#note'), 'the lines');
  write('#note', '얼음 적게');
  await until(() => document.querySelectorAll('.basket-line').length === 2 && !find('[data-test=pay]').disabled && !above('') && errors().every(said => !said), 'the basket');
}

/** Taps and is refused; then the basket is as it was. */
async function refused(one, language, members) {
  answer('POST /checkouts', problem(one.status, one.code, one[language], members));
  find('[data-test=pay]').click();
  const text = one.code === 'unauthorized' ? t('kit.signedOut') : one[language];
  await until(() => find('.basket-line .error, .field .error, .note-bad[role=alert]', text), `${one.code} in ${language}`);
  equal([find('#note').value, basket.note, basket.pickup, basket.lines.length, find('[data-test=pay]').disabled], ['얼음 적게', '얼음 적게', 'DINE_IN', 2, false], one.code);
  return text;
}

const named = code => problems.find(one => one.code === code);

await enter(basketScreen);

for (const one of problems) {
  test(`${one.code}_is_said_at_its_place_in_both_languages`, async () => {
    for (const language of ['ko', 'en']) {
      await useLanguage(language);
      await shown();
      const members = OF_A_LINE[one.code], text = await refused(one, language, members);
      equal([above(text) !== undefined, errors().map(said => said.includes(text))], [!members, [false, members !== undefined, false]], language);
    }
    await useLanguage('ko');
  });
}

test('every_refusal_of_a_line_is_one_that_the_service_has', () => equal(Object.keys(OF_A_LINE).filter(code => !named(code)), []));

test('how_many_are_left_is_said_at_the_line', async () => {
  await shown();
  await refused(named('item-unavailable'), 'ko', OF_A_LINE['item-unavailable']);
  equal(errors().map(said => said.includes('2개 남음')), [false, true, false]);
});

test('what_is_sold_out_without_a_line_named_is_said_at_the_line_of_what_is', async () => {
  await shown();
  answer('GET /menu/cheesecake', { ...cake, available: false });
  const text = await refused(named('item-unavailable'), 'ko');
  await until(() => errors()[1] === text && !above(text), 'said at the line');
  equal(errors(), ['', text, '']);
});

test('what_is_sold_out_is_said_above_the_button_when_no_line_is_known_to_be_the_cause', async () => {
  await shown();
  const text = await refused(named('item-unavailable'), 'ko', { lines: [] });
  equal([above(text) !== undefined, errors()], [true, ['', '', '']]);
});

test('a_checkout_of_the_buyer_that_holds_what_is_short_can_be_gone_on_with', async () => {
  await shown();
  await refused(named('item-unavailable'), 'ko', { lines: [1], remaining: [0], ownCheckoutId: OWN });
  equal([find('.note-bad a')?.getAttribute('href'), above('품절')], [`#checkouts/${OWN}`, undefined]);
});

test('a_note_that_is_refused_is_said_at_the_note', async () => {
  await shown();
  const text = await refused(named('invalid-request'), 'ko', { errors: [{ field: 'note', message: 'must be at most 20 characters' }] });
  equal([errors(), find('#note').getAttribute('aria-invalid'), above(text)], [['', '', text], 'true', undefined]);
});

test('a_refusal_of_a_line_is_over_once_another_tab_has_changed_the_basket', async () => {
  await shown();
  await refused(named('item-unavailable'), 'ko', OF_A_LINE['item-unavailable']);
  localStorage.setItem('siren.shop.basket', JSON.stringify({ ...basket, lines: basket.lines.toReversed() }));
  dispatchEvent(new StorageEvent('storage', { key: 'siren.shop.basket' }));
  await until(() => find('.basket-line').textContent.includes('치즈케이크'), 'the basket of the other tab');
  equal(errors(), ['', '', '']);
});

run();
