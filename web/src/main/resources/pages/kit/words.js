// Words of the pages in Korean and English; a page adds its own to those of the kit.
import ko from './ko.js';
import en from './en.js';

const KEY = 'siren.language';
const books = { ko: { ...ko }, en: { ...en } };
let chosen = localStorage.getItem(KEY) ?? (navigator.language?.startsWith('en') ? 'en' : 'ko');

/** Adds the words of a page: flat objects with the same keys. */
export function add(words) {
  Object.assign(books.ko, words.ko);
  Object.assign(books.en, words.en);
}

export const language = () => chosen;

/** Chooses `ko` or `en`, and keeps the choice on this device. */
export function useLanguage(next) {
  chosen = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
}

export const has = key => key in books[chosen];

/** Text of a key. `{name}` is filled in; `{n#order|orders}` is the first noun for one, else the second. */
export function t(key, values = {}) {
  const text = books[chosen][key];
  if (text === undefined) {
    console.error(`no word for ${key}`);
    return key;
  }
  return text.replace(/\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g, (all, name, one, many) =>
    one === undefined ? String(values[name] ?? '') : Number(values[name]) === 1 ? one : many);
}

document.documentElement.lang = chosen;
