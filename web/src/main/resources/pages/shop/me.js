// The buyer: points and stamps, language and look, signing out.
import { explain } from '../kit/api.js';
import { applyLook, drafts, html, nothing, prefs, redraw, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { won } from '../kit/won.js';
import { language, t, useLanguage } from '../kit/words.js';
import { gated } from './gate.js';
import { api, session } from './shop.js';

const STAMPS = 6;
let busy = false;

async function exchange() {
  if (busy) return;
  busy = true;
  redraw();
  try {
    const coupon = await api.post('/stamps/exchange', undefined, { once: 'stamps' });
    toast(t('shop.stamps.exchanged', { name: coupon.name }), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  busy = false;
  drop('loyalty');
  drop('coupons');
}

const card = ({ points, stamps }) => html`<section class="card stack">
  <div class="spread"><h2>${t('shop.points')}</h2><strong class="num">${won(points)}</strong></div>
  <div class="spread"><h2>${t('shop.stamps')}</h2><span class="stamps" role="img" data-stamps=${stamps} aria-label=${t('shop.stamps.count', { n: stamps, of: STAMPS })}>${Array.from({ length: STAMPS }, (_, i) => html`<span class=${i < stamps ? 'full' : ''}></span>`)}</span></div>
  ${stamps > STAMPS ? html`<p class="soft num">${t('shop.stamps.count', { n: stamps, of: STAMPS })}</p>` : nothing}
  <button class="btn btn-primary" data-test="exchange" ?disabled=${busy || stamps < STAMPS} @click=${exchange}>${t('shop.stamps.exchange')}</button></section>`;

const choice = (label, values, current, set) => html`<div class="field"><span class="label">${label}</span><div class="seg" role="group" aria-label=${label}>
  ${values.map(([value, text]) => html`<button class="btn" aria-pressed=${current === value ? 'true' : 'false'} @click=${() => { set(value); redraw(); }}>${text}</button>`)}</div></div>`;

const look = () => html`<section class="card stack"><h2>${t('shop.look.title')}</h2>
  ${choice(t('shop.language'), ['ko', 'en'].map(one => [one, t(`kit.language.${one}`)]), language(), async value => { await useLanguage(value); document.title = t('shop.title'); drop('*'); })}
  ${choice(t('shop.theme'), ['system', 'bright', 'dark'].map(one => [one, t(`kit.theme.${one}`)]), prefs.get('theme', 'system'), value => { prefs.set('theme', value); applyLook(); })}
  ${choice(t('shop.text'), [[1, t('shop.text.letter')], [2, `${t('shop.text.letter')}+`], [3, `${t('shop.text.letter')}++`]], prefs.get('text', 1), value => { prefs.set('text', value); applyLook(); })}</section>`;

function signOut() {
  drafts.clear();
  session.signOut();
}

const person = () => html`<section class="card spread"><span class="stack tight"><strong>${session.who?.nickname ?? session.who?.name ?? ''}</strong><span class="soft small">${session.who?.email ?? ''}</span></span>
  <button class="btn" @click=${signOut}>${t('shop.signout')}</button></section>`;

export const meScreen = () => html`${gated(t('shop.tab.me'), () => html`<h1>${t('shop.tab.me')}</h1>${person()}
  ${shown('loyalty', load('loyalty', () => api.get('/loyalty'), { fresh: 30_000 }), card)}`)}${look()}`;
