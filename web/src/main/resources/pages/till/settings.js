// Choices of this device, minutes to answer, and signing out.
import { explain, path } from '../kit/api.js';
import { bell } from '../kit/bell.js';
import { applyLook, facts, html, prefs, redraw, toast } from '../kit/frame.js';
import { ask } from '../kit/dialog.js';
import { language, t, useLanguage } from '../kit/words.js';
import { desk, orders } from './desk.js';
import { signOut } from './shift.js';

const ANSWER_MINUTES = [3, 4, 5, 6, 8, 10];

function choose(name, value) {
  prefs.set(name, value);
  if (name === 'volume' || name === 'tone') {
    bell[name] = value;
    bell.unlock().then(() => bell.play('order'));
  }
  applyLook();
  redraw();
}

const group = (label, buttons) => html`<div class="setting spread wrap"><span class="strong">${label}</span><span class="seg" role="group" aria-label=${label}>${buttons}</span></div>`;

const button = (text, pressed, act) => html`<button class="btn" aria-pressed=${pressed} @click=${act}>${text}</button>`;

const pref = (name, values, otherwise, text) => group(t(`till.set.${name}`), values.map(value =>
  button(text(value), prefs.get(name, otherwise) === value, () => choose(name, value))));

const yesNo = value => t(value ? 'till.set.yes' : 'till.set.no');

async function answerWithin(minutes) {
  try {
    const store = await desk.api.patch(path`/stores/${desk.session.who.storeId}`, { answerWithinSeconds: minutes * 60 });
    Object.assign(desk.store, { answerWithinSeconds: minutes * 60 }, store);
    toast(t('till.set.saved'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  redraw();
}

const answering = () => group(t('till.set.answer'), ANSWER_MINUTES.map(minutes =>
  button(t('till.minutes', { n: minutes }), (desk.store?.answerWithinSeconds ?? 300) === minutes * 60, () => answerWithin(minutes))));

async function leave() {
  const n = orders('WAITING').length + orders('ACCEPTED').length;
  if (await ask({ title: t('till.set.leave'), text: n ? t('till.set.leave.orders', { n }) : t('till.set.leave.text'), yes: t('till.set.leave'), danger: true })) await signOut();
}

const copy = text => navigator.clipboard.writeText(text).then(() => toast(t('till.copied'), { kind: 'ok' }), () => toast(text, { ms: 0 }));

async function speak(next) {
  await useLanguage(next);
  document.title = t('till.title');
}

const link = () => `${location.origin}/till/#m=${desk.session.who.merchantId}`;

/** The screen. */
export const settings = () => html`<div class="page stack settings">
  <h2 class="page-title">${t('till.tab.settings')}</h2>
  <section class="card stack"><h3>${t('till.set.here')}</h3>
    ${pref('screen', ['counter', 'kitchen'], 'counter', value => t(`till.set.screen.${value}`))}
    ${pref('volume', [0, 1, 2, 3], 2, value => t(`till.set.volume.${value}`))}
    ${pref('tone', [1, 2, 3], 1, value => t('till.set.tone.n', { n: value }))}
    ${pref('theme', ['system', 'bright', 'dark'], 'system', value => t(`kit.theme.${value}`))}
    ${pref('text', [1, 2, 3], 1, value => t(`till.set.text.${value}`))}
    ${group(t('till.set.language'), ['ko', 'en'].map(one => button(t(`kit.language.${one}`), language() === one, () => speak(one))))}
  </section>
  <section class="card stack"><h3>${t('till.set.ticket')}</h3>
    ${pref('printAtAccept', [true, false], false, yesNo)}
    ${pref('ticketWidth', [80, 58], 80, value => `${value} mm`)}
    ${pref('ticketPrices', [true, false], false, yesNo)}
    <p class="hint">${t('till.set.ticket.hint')}</p>
  </section>
  <section class="card stack"><h3>${t('till.set.store')}</h3>
    ${answering()}
    <p class="hint">${t('till.set.answer.hint')}</p>
    <div class="setting spread wrap"><span><span class="strong">${t('till.set.link')}</span><br><code class="small">${link()}</code></span><button class="btn" @click=${() => copy(link())}>${t('till.copy')}</button></div>
  </section>
  <section class="card spread wrap"><span class="soft small">${t('till.set.edition', { edition: facts.edition })}</span>
    <button class="btn btn-warn" data-action="sign-out" @click=${leave}>${t('till.set.leave')}</button></section>
</div>`;
