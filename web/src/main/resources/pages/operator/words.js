// Words of the operator's page.
import { add } from '../kit/words.js';
import ko from './ko.js';
import en from './en.js';

add({ ko, en });
