// Words of the shop, added to those of the kit.
import { add } from '../kit/words.js';
import ko from './ko.js';
import en from './en.js';

add({ ko, en });
