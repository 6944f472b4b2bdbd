// The operator's page: find, what needs a hand, settlement, coupons, stores, log of actions, health.
import './words.js';
import { chrome, drafts, facts, here, html, mount, nothing, redraw, toast } from '../kit/frame.js';
import { language, t, useLanguage } from '../kit/words.js';
import { actionsScreen } from './actions.js';
import { couponsScreen } from './coupons.js';
import { findScreen } from './find.js';
import { handCount, handScreen } from './hand.js';
import { healthScreen } from './health.js';
import { session } from './office.js';
import { recordScreen } from './record.js';
import { settlementScreen } from './settlement.js';
import { storesScreen } from './stores.js';

const SCREENS = { find: findScreen, hand: handScreen, settlement: settlementScreen, coupons: couponsScreen, stores: storesScreen, actions: actionsScreen, health: healthScreen, record: ([, id]) => recordScreen(id) };
const TABS = ['find', 'hand', 'settlement', 'coupons', 'stores', 'actions', 'health'];
const RETRY = 3_000;
const LOOK_AGAIN = 5_000;
let unanswered = false;

const signIn = () => html`<main class="office narrow stack"><h1>${t('operator.title')}</h1><p class="soft" data-test="signed-out">${t(session.who ? 'operator.signin.ended' : 'operator.signin.text')}</p>
  <button class="btn btn-primary btn-big" data-test="sign-in" @click=${() => session.signIn().catch(failure => { console.warn(failure); toast(t('kit.unreachable'), { kind: 'bad' }); })}>${t('operator.signin')}</button></main>`;

function signOut() {
  drafts.clear();
  session.signOut();
}

const badge = name => name === 'hand' && handCount() ? html` <span class="pill pill-bad num">${handCount()}</span>` : nothing;

const top = current => html`<header class="office-top"><strong>${t('operator.title')}</strong>
  <nav class="tabs" aria-label=${t('operator.screens')}>${TABS.map(name => html`<a href="#${name}" aria-current=${current === name ? 'page' : nothing}>${t(`operator.tab.${name}`)}${badge(name)}</a>`)}</nav>
  <span class="row"><button class="btn btn-quiet" @click=${() => { useLanguage(language() === 'ko' ? 'en' : 'ko'); redraw(); }}>${t(`kit.language.${language() === 'ko' ? 'en' : 'ko'}`)}</button>
  <button class="btn" @click=${signOut}>${t('operator.signout')}</button></span></header>`;

function view() {
  const path = here(), name = path[0] ?? 'find';
  document.title = handCount() ? `(${handCount()}) ${t('operator.title')}` : t('operator.title');
  if (session.state === 'unknown') return unanswered ? html`<main class="office"><p class="note note-warn" role="status">${t('kit.unreachable')}</p></main>` : null;
  if (session.state === 'out') return html`${signIn()}${chrome()}`;
  return html`${top(name)}<main class="office stack" id="main" tabindex="-1">${name === 'record' ? nothing : html`<h1 class="visually-hidden">${t(`operator.tab.${TABS.includes(name) ? name : 'find'}`)}</h1>`}${(SCREENS[name] ?? findScreen)(path)}</main>${chrome()}`;
}

async function begin() {
  try {
    await session.start();
  } catch (failure) {
    console.warn('no answer yet', failure.message);
    setTimeout(begin, RETRY);
    unanswered = true;
  }
  redraw();
}

setInterval(() => session.state === 'in' && redraw(), LOOK_AGAIN);
mount(document.getElementById('app'), view);
if (facts.operators?.issuer) begin();
else session.lost();
