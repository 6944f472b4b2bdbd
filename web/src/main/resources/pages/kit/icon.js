// Small drawings in the colour of their text; without meaning of their own, since a word stands beside each.
import { svg } from './frame.js';

const PATHS = {
  bell: 'M6 9a6 6 0 0 1 12 0v4l2 3H4l2-3zM10 19a2 2 0 0 0 4 0',
  'bell-off': 'M6 9a6 6 0 0 1 9-5M18 9v4l2 3H8M10 19a2 2 0 0 0 4 0M4 4l16 16',
  cup: 'M5 8h12v7a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM17 10h1a2.5 2.5 0 0 1 0 5h-1M9 3v2M13 3v2',
  receipt: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8',
  pause: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 9v6M14 9v6',
  warn: 'M12 4l9 16H3zM12 10v5M12 17.500v.1',
};

/** A drawing by its name, as large as the text or, with the class, as told. */
export const icon = (name, kind = '') => svg`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
