// Before the service has answered: what was being made when this device last knew, without any button.
import { html } from '../kit/frame.js';
import { clock } from '../kit/won.js';
import { t } from '../kit/words.js';
import { card, shared } from './card.js';
import { desk } from './desk.js';

/** The kept board, or nothing but a word while the first answer is awaited. */
export function keptBoard() {
  const orders = desk.kept?.orders ?? [], around = shared();
  return html`
    <div class="banner" role="alert"><span><strong>${t('till.kept.title')}</strong>
      ${desk.kept ? t('till.kept.text', { time: clock(desk.kept.at) }) : t('till.kept.nothing')}</span></div>
    <main class="screen"><div class="cards">${orders.map(order => card(order, around, true))}</div></main>`;
}
