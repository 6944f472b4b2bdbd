// The bar on top of each screen: store, line, sound, opening; and the banner across when new orders do not arrive.
import { bell } from '../kit/bell.js';
import { here, html, nothing, prefs } from '../kit/frame.js';
import { icon } from '../kit/icon.js';
import { clock } from '../kit/won.js';
import { t } from '../kit/words.js';
import { desk } from './desk.js';
import { openingDialog, openingState } from './opening.js';

const AMBER_AFTER = 1_000;
const RED_AFTER = 5_000;
const TABS = ['board', 'past', 'soldout', 'day', 'settings'];

const lostFor = () => desk.link.lostAt === null ? 0 : Date.now() - desk.link.lostAt;

function line() {
  if (desk.link.phase === 'live') return html`<span class="pill pill-ok" data-line="live"><span aria-hidden="true">●</span>${t('till.line.live')}</span>`;
  if (lostFor() < AMBER_AFTER && desk.loaded) return html`<span class="pill pill-ok" data-line="blink"><span aria-hidden="true">●</span>${t('till.line.live')}</span>`;
  return html`<span class="pill pill-warn" data-line="waiting"><span class="spinner" aria-hidden="true"></span>${t(desk.loaded ? 'till.line.waiting' : 'till.line.connecting')}</span>`;
}

function sound() {
  if (bell.running) return html`<span class="pill pill-ok" data-sound="on">${icon('bell')}${t('till.sound.on')}</span>`;
  const loud = prefs.get('volume', 2) > 0;
  return html`<button class="pill pill-bad" data-sound="off" @click=${() => loud ? bell.unlock() : location.hash = 'settings'}>
    ${icon('bell-off')}${t(loud ? 'till.sound.tap' : 'till.sound.off')}</button>`;
}

const tab = name => html`<a href="#${name}" aria-current=${(here()[0] ?? 'board') === name ? 'page' : nothing}>${t(`till.tab.${name}`)}</a>`;

/** The bar. */
export const top = () => html`<header class="top">
  <div class="row top-state">
    <h1 class="top-name">${desk.store?.name ?? t('till.title')}</h1>
    ${line()}${sound()}
    <button class="btn top-open" data-action="opening" @click=${openingDialog}>${openingState()}<span aria-hidden="true">▾</span></button>
    ${desk.update ? html`<button class="pill pill-info" @click=${() => location.reload()}>${t('till.update')}</button>` : nothing}
  </div>
  <nav class="tabs" aria-label=${t('till.tabs')}>${TABS.map(tab)}</nav>
</header>`;

/** Says across the screen that this till hears nothing, and since when. */
export function banner() {
  if (desk.link.phase === 'live' || lostFor() < RED_AFTER) return nothing;
  return html`<div class="banner" role="alert">
    <span><strong>${t('till.offline.title', { time: clock(desk.link.lostAt) })}</strong> ${t('till.offline.text')}</span>
    <button class="btn" @click=${() => desk.link.retryNow()}>${t('till.offline.retry')}</button>
  </div>`;
}
