// Words of this page, added to those of the kit.
import { add } from '../kit/words.js';

await add(name => import(`./${name}.js`));
