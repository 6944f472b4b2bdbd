// The till: which of its screens is shown, and the frame around them.
import './words.js';
import { bell } from '../kit/bell.js';
import { chrome, facts, here, html, later, mount, nothing, onSecond, prefs, redraw, registerWorker, toast } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { board } from './board.js';
import { desk, minutesLeft, orders, timeLeft } from './desk.js';
import { closedScreen } from './opening.js';
import { keptBoard } from './kept.js';
import { start } from './shift.js';
import { startScreen, stoppedScreen } from './start.js';
import { banner, top } from './top.js';

const SCREENS = {
  board,
  past: later(() => import('./past.js').then(found => found.past)),
  soldout: later(() => import('./soldout.js').then(found => found.soldOut)),
  day: later(() => import('./day.js').then(found => found.day)),
  settings: later(() => import('./settings.js').then(found => found.settings)),
};
const signIn = later(() => import('./signin.js').then(found => found.signIn));
const RETRY = 3_000;
const AHEAD = 3_000;
/** So long the first answer is awaited without a word. */
const AWAITED = 1_000;
let unanswered = false;

function view() {
  if (desk.session.state === 'unknown' && !unanswered) return null;
  return html`${screen()}${chrome()}`;
}

function screen() {
  const { session, link } = desk;
  if (session.state === 'out') return signIn();
  if (session.state === 'unknown') return keptBoard();
  if (!desk.started) return startScreen();
  if (link.phase === 'stopped') return stoppedScreen();
  const shown = SCREENS[here()[0]] ?? board;
  return html`
    ${banner()}${top()}
    <main class="screen screen-${here()[0] ?? 'board'}" tabindex="-1">${shown()}</main>
    ${desk.closedWhy ? closedScreen() : nothing}`;
}

/** Texts of countdowns; a card is drawn with its own. */
function countDown() {
  const soon = desk.link.now() + 60_000;
  document.querySelectorAll('[data-until]').forEach(one => {
    one.firstChild.data = timeLeft(one.dataset.until);
    one.classList.toggle('urgent', one.dataset.until < soon);
  });
}

/** Draws again when a minute of the clock or of a promise has passed. */
function tick() {
  countDown();
  const minutes = `${[Math.floor(desk.link.now() / 60_000), ...orders('ACCEPTED').map(minutesLeft)]}`;
  if (minutes !== tick.minutes || desk.link.lostAt || desk.finishing.size) redraw();
  tick.minutes = minutes;
}

async function begin() {
  try {
    await desk.session.start();
    if (desk.session.state === 'in' && await bell.unlock()) start();
  } catch (failure) {
    console.warn('no answer yet', failure.message);
    setTimeout(begin, RETRY);
    unanswered = true;
  }
  redraw();
}

function saySo() {
  unanswered = true;
  redraw();
}

/** A merchant's link names the merchant: `/till/#m=ID`. */
function remember() {
  const link = /^#m=([0-9a-zA-Z-]{1,64})$/.exec(location.hash);
  if (!link) return;
  prefs.set('merchant', link[1]);
  history.replaceState(null, '', location.pathname);
}

/** Looks for a newer edition, which is applied by a tap only. */
async function lookForUpdate() {
  if (document.visibilityState !== 'visible') return;
  const text = await fetch('/till/', { cache: 'no-cache' }).then(answer => answer.text()).catch(() => '');
  const edition = /"edition":"([0-9a-f]{10})"/.exec(text)?.[1];
  if (edition && edition !== facts.edition) desk.update = edition;
}

document.title = t('till.title');
remember();
mount(document.getElementById('app'), view);
begin();
setTimeout(saySo, AWAITED);
onSecond(tick);
addEventListener('online', () => desk.session.state === 'unknown' && begin());
setInterval(lookForUpdate, 600_000);
document.addEventListener('visibilitychange', lookForUpdate);
setTimeout(() => {
  Object.values(SCREENS).forEach(one => one.load?.());
  [import('./refuse.js'), import('./order.js')].forEach(one => one.catch(failure => console.warn('not loaded yet', failure.message)));
}, AHEAD);
registerWorker('/till/sw.js').catch(failure => console.warn('no service worker', failure.message));
addEventListener('error', () => toast(t('kit.broken'), { kind: 'bad' }));
