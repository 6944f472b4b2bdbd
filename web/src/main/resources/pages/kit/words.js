// Words of the pages in Korean or English: those of the kit and those that a page adds, in the one language that is read.
const KEY = 'siren.language';
const sources = [];
let chosen = localStorage.getItem(KEY) ?? (navigator.language?.startsWith('en') ? 'en' : 'ko');
let words = {};

/** Adds the words of a page: `source(language)` imports its module; they are there once the promise is. */
export async function add(source) {
  sources.push(source);
  Object.assign(words, (await source(chosen)).default);
}

export const language = () => chosen;

/** Chooses `ko` or `en` and keeps the choice on this device; the page is drawn anew when the words are there. */
export async function useLanguage(next) {
  const found = await Promise.all(sources.map(source => source(next)));
  chosen = next;
  words = Object.assign({}, ...found.map(module => module.default));
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  dispatchEvent(new Event('languagechange'));
}

export const has = key => key in words;

/** Text of a key. `{name}` is filled in; `{n#order|orders}` is the first noun for one, else the second. */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    console.error(`no word for ${key}`);
    return key;
  }
  return text.replace(/\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g, (all, name, one, many) =>
    one === undefined ? String(values[name] ?? '') : Number(values[name]) === 1 ? one : many);
}

document.documentElement.lang = chosen;
await add(name => import(`./${name}.js`));
