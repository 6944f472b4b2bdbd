// Line drawings of 24 by 24 units, so that no screen depends on the emoji of a device.
import { html } from '../kit/frame.js';

const PATHS = {
  stores: 'M5 8h11v6a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 9h1.5a2.5 2.5 0 0 1 0 5H16M8 2.5c0 1.5 1 1.5 1 3M12 2.5c0 1.5 1 1.5 1 3',
  orders: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  coupons: 'M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14 7v10',
  gifts: 'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-4 0-5-4-2.5-4C11 3 12 5 12 7c0-2 1-4 2.5-4C17 3 16 7 12 7',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.5-6 8-6s8 2 8 6',
  near: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  phone: 'M6 3h3l2 5-2 1.5c1 2.5 3 4.5 5.5 5.5L16 13l5 2v3c0 2-1 3-3 3C10 20 4 14 3 6c0-2 1-3 3-3z',
  basket: 'M4 10h16l-1.5 10h-13zM8 10l3-6M16 10l-3-6',
  key: 'M8 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11h9M18 11v3M21 11v2',
  back: 'M9 6l-5 5 5 5M4 11h10a5 5 0 0 1 0 10h-3',
};

/** A decorative icon; words stand beside it. */
export const icon = (name, size = 'icon') => html`<svg class=${size} viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
