// Screens that are only for a signed-in buyer.
import { html } from '../kit/frame.js';
import { t } from '../kit/words.js';
import { icon } from './icons.js';
import { session, signIn } from './shop.js';

/** The view for a buyer, or the way to become one. */
export function gated(title, view) {
  if (session.state === 'in') return view();
  return html`<h1>${title}</h1>${session.state === 'unknown' ? html`<div class="skeleton"></div>` : html`
    <div class="empty">${icon('key', 'icon big')}<p data-test="signed-out">${t(session.who ? 'shop.signin.ended' : 'shop.signin.needed')}</p>
    <button class="btn btn-primary btn-big" data-test="sign-in" @click=${() => signIn()}>${t('shop.signin')}</button></div>`}`;
}
