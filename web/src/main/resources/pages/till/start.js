// Screens of one button: before the till starts, and after its line was stopped for good.
import { bell } from '../kit/bell.js';
import { html } from '../kit/frame.js';
import { icon } from '../kit/icon.js';
import { t } from '../kit/words.js';
import { desk } from './desk.js';
import { continueHere, start } from './shift.js';

async function begin() {
  await bell.unlock();
  bell.play('ok');
  start();
}

/** A tap is what browsers ask for before a page may sound. */
export const startScreen = () => html`<main class="full">
  <h1 class="visually-hidden">${t('till.title')}</h1>
  <button class="start" data-action="start" autofocus @click=${begin}>
    ${icon('bell', 'start-mark')}
    <span class="start-title">${t('till.start')}</span>
    <span>${t('till.start.hint')}</span>
  </button>
</main>`;

const HELPS = { superseded: continueHere, 'too-many': continueHere, refused: continueHere, forbidden: () => desk.session.lost(), 'sign-in': () => desk.session.lost() };

/** Why this page is no longer connected, and the one button that helps. */
export function stoppedScreen() {
  const why = desk.link.why in HELPS ? desk.link.why : 'bug';
  return html`<main class="full"><div class="card stopped stack" role="alert" data-stopped=${why}>
    ${icon('pause', 'empty-mark')}
    <h1>${t(`till.stopped.${why}`)}</h1>
    <p class="soft">${t(`till.stopped.${why}.text`)}</p>
    <button class="btn btn-primary btn-big" autofocus @click=${HELPS[why] ?? (() => location.reload())}>${t(`till.stopped.${why}.help`)}</button>
  </div></main>`;
}
