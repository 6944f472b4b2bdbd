// The shop: which of its screens is shown, and the bar below them.
import './words.js';
import { chrome, facts, here, html, later, mount, nothing, redraw, toast } from '../kit/frame.js';
import { count } from '../kit/won.js';
import { t } from '../kit/words.js';
import { basket } from './basket.js';
import { checkoutScreen } from './checkout.js';
import { icon } from './icons.js';
import { itemScreen } from './item.js';
import { menuScreen } from './menu.js';
import { orderScreen } from './order.js';
import { ordersScreen } from './orders.js';
import { basketScreen } from './paying.js';
import { link, session, signedIn } from './shop.js';
import { storesScreen } from './stores.js';

const RETRY = 3_000;
const couponScreen = later(() => import('./coupons.js').then(found => found.couponScreen));
const couponsScreen = later(() => import('./coupons.js').then(found => found.couponsScreen));
const giftScreen = later(() => import('./gifts.js').then(found => found.giftScreen));
const giftsScreen = later(() => import('./gifts.js').then(found => found.giftsScreen));
const sendGiftScreen = later(() => import('./send.js').then(found => found.sendGiftScreen));
const meScreen = later(() => import('./me.js').then(found => found.meScreen));

/** Screen of a hash path; a path that names nothing shows the stores. */
function screen([first, second, third]) {
  switch (first) {
    case 'stores': return third ? itemScreen(second, third) : second ? menuScreen(second) : storesScreen();
    case 'basket': return basketScreen();
    case 'checkouts': return checkoutScreen(second);
    case 'orders': return second ? orderScreen(second) : ordersScreen();
    case 'coupons': return second ? couponScreen(second, third) : couponsScreen();
    case 'gifts': return second ? giftScreen(second) : giftsScreen();
    case 'send': return sendGiftScreen(second);
    case 'me': return meScreen();
    default: return storesScreen();
  }
}

const TABS = ['stores', 'orders', 'coupons', 'gifts', 'me'];

const tab = (name, current) => html`<a href="#${name}" aria-current=${current === name ? 'page' : nothing}>
  ${icon(name)}<span>${t(`shop.tab.${name}`)}</span></a>`;

const basketBar = path => basket.lines.length && !['basket', 'checkouts'].includes(path[0]) ? html`<a class="basket-bar btn btn-primary btn-big" href="#basket">
  <span class="basket-count num">${count(basket.lines.reduce((sum, line) => sum + line.quantity, 0))}</span>
  <span class="grow">${t('shop.basket.open')}</span><span class="ellipsis">${basket.storeName}</span></a>` : nothing;

const offline = () => signedIn() && link.phase === 'waiting' && Date.now() - link.lostAt > 3_000
  ? html`<p class="note note-warn line-note" role="status">${t('shop.offline')}</p>` : nothing;

let shownPath = null;

function view() {
  const path = here();
  if (shownPath !== null && shownPath !== location.hash) requestAnimationFrame(arrive);
  shownPath = location.hash;
  return html`
    ${offline()}
    <main class="shop" id="main" tabindex="-1">${screen(path)}</main>
    ${basketBar(path)}
    <nav class="tabbar" aria-label=${t('shop.tabs')}>${TABS.map(one => tab(one, path[0] ?? 'stores'))}</nav>
    ${chrome()}`;
}

/** A new screen begins at its top, also for those who hear it. */
function arrive() {
  scrollTo(0, 0);
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** The payment window leads back with the checkout in the query; nothing else in the address is believed. */
function comeBack() {
  const id = new URLSearchParams(location.search).get('checkout');
  if (!id || !/^[0-9a-f-]{36}$/.test(id)) return;
  history.replaceState(null, '', `${location.pathname}#checkouts/${id}`);
}

async function begin() {
  try {
    await session.start();
    if (session.error) toast(t('shop.signin.failed'), { kind: 'bad' });
  } catch (failure) {
    console.warn('no answer yet', failure.message);
    setTimeout(begin, RETRY);
  }
  redraw();
}

document.title = t('shop.title');
comeBack();
mount(document.getElementById('app'), view);
if (facts.buyers?.issuer) begin();
else session.lost();
addEventListener('error', () => toast(t('kit.broken'), { kind: 'bad' }));
