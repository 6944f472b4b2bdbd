// Small drawings in the colour of their text; without meaning of their own, since a word stands beside each.
import { svg } from './frame.js';

const PATHS = {
  bell: 'M6 9a6 6 0 0 1 12 0v4l2 3H4l2-3zM10 19a2 2 0 0 0 4 0',
  'bell-off': 'M6 9a6 6 0 0 1 9-5M18 9v4l2 3H8M10 19a2 2 0 0 0 4 0M4 4l16 16',
  cup: 'M5 8h12v7a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM17 10h1a2.5 2.5 0 0 1 0 5h-1M9 3v2M13 3v2',
  receipt: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8',
  pause: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 9v6M14 9v6',
  bag: 'M5 8h14l-1 12H6zM9 8V6a3 3 0 0 1 6 0v2',
  gift: 'M4 10h16v10H4zM3 7h18v3H3zM12 7v13M12 7c-5 0-5-4-2-4 1.500 0 2 2 2 4 0-2 .5-4 2-4 3 0 3 4-2 4',
  star: 'M12 3l2.700 5.700 6.300.8-4.600 4.300 1.200 6.200L12 17l-5.600 3 1.200-6.200L3 9.500l6.300-.8z',
  pin: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  phone: 'M6 3h4l1 5-3 2a12 12 0 0 0 6 6l2-3 5 1v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
  warn: 'M12 4l9 16H3zM12 10v5M12 17.500v.1',
  check: 'M4 12.500l5.500 5.500L20 6.500',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
};

/** A drawing by its name, as large as the text or, with the class, as told. */
export const icon = (name, kind = '') => svg`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
