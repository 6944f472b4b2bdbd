import { Book } from '../kit/book.js';
import { equal, run, test } from './harness.js';

const order = (orderId, version, status = 'WAITING') => ({ orderId, version, status });

test('the_higher_version_wins_whichever_way_it_came', () => {
  const book = new Book();
  equal([book.apply(order('a', 1)), book.apply(order('a', 3)), book.apply(order('a', 2)), book.apply(order('a', 3))], ['new', 'changed', 'old', 'old']);
  equal(book.get('a').version, 3);
});

test('a_snapshot_names_what_it_lacks', () => {
  const book = new Book();
  ['a', 'b'].forEach(id => book.apply(order(id, 1)));
  book.beginSnapshot();
  equal(book.replace([order('b', 2), order('c', 1)]), ['a']);
  equal(book.all().map(one => [one.orderId, one.version]), [['a', 1], ['b', 2], ['c', 1]]);
});

test('a_push_during_the_snapshot_is_neither_lost_nor_asked_for', () => {
  const book = new Book();
  book.apply(order('a', 1));
  book.beginSnapshot();
  book.apply(order('a', 2, 'ACCEPTED'));
  book.apply(order('new', 1));
  equal(book.replace([order('a', 1)]), []);
  equal(book.get('a').status, 'ACCEPTED');
});

test('a_duplicate_changes_nothing', () => {
  const book = new Book();
  book.apply(order('a', 2));
  equal(book.apply(order('a', 2, 'ACCEPTED')), 'old');
  equal(book.get('a').status, 'WAITING');
});

test('an_order_that_has_ended_takes_little_room_and_no_older_push_brings_it_back', () => {
  const book = new Book();
  const ended = { ...order('a', 3, 'REFUSED'), number: '7', lines: [{}, {}], note: 'long' };
  book.apply(ended);
  book.settle(ended);
  equal(book.get('a'), { orderId: 'a', number: '7', status: 'REFUSED', version: 3 });
  equal(book.apply(order('a', 2)), 'old');
});

run();
