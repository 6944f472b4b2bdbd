import { drop, load } from '../kit/load.js';
import { equal, run, settled, test } from './harness.js';

test('what_is_dropped_while_its_answer_is_awaited_is_asked_for_again', async () => {
  const answers = [];
  const look = () => load('order', () => new Promise(resolve => answers.push(resolve)));
  look();
  drop('order');
  answers[0]('before the push');
  await settled();
  equal(look().value, 'before the push');
  equal(answers.length, 2);
  answers[1]('after it');
  await settled();
  equal([look().value, answers.length], ['after it', 2]);
});

run();
