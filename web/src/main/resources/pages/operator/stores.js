// Merchants and the standing of their stores: approved, suspended, reinstated, closed for good; and a way back for a lost password.
import { explain, path } from '../kit/api.js';
import { ask, sheet, show } from '../kit/dialog.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts, moment } from './facts.js';
import { api } from './office.js';

const STANDINGS = ['PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'];
const ACTS = { PENDING: ['approval', 'closure'], ACTIVE: ['suspension', 'closure'], SUSPENDED: ['reinstatement', 'closure'], CLOSED: [] };
const WITH_REASON = ['suspension', 'closure'];
const ADDRESSES = {
  approval: (merchant, store) => path`/merchants/${merchant}/stores/${store}/approval`,
  suspension: (merchant, store) => path`/merchants/${merchant}/stores/${store}/suspension`,
  reinstatement: (merchant, store) => path`/merchants/${merchant}/stores/${store}/reinstatement`,
  closure: (merchant, store) => path`/merchants/${merchant}/stores/${store}/closure`,
};
let standing = '', text = '', linkedTo, recovery = null;

const nameOf = merchant => merchant.storeName ?? merchant.storeId;

async function reasonFor(act, merchant) {
  let reason = '';
  const yes = await show(close => sheet({
    title: t(`operator.${act}`), close,
    body: html`<p class="strong">${nameOf(merchant)}</p>${act === 'closure' ? html`<p class="note note-warn">${t('operator.closure.text')}</p>` : nothing}
      <div class="field"><label for="why">${t('operator.reason')}</label><input id="why" maxlength="200" data-first @input=${event => { reason = event.target.value; redraw(); }}></div>`,
    buttons: html`<button class="btn btn-danger grow" ?disabled=${!reason.trim()} @click=${() => close(true)}>${t(`operator.${act}`)}</button>`,
  }), { label: t(`operator.${act}`) });
  return yes ? { reason: reason.trim() } : null;
}

async function run(act, merchant) {
  const body = WITH_REASON.includes(act) ? await reasonFor(act, merchant) : await ask({ title: t(`operator.${act}`), text: nameOf(merchant), yes: t(`operator.${act}`) }) ? undefined : null;
  if (body === null) return;
  try {
    const answer = act === 'recovery' ? await api.post(path`/merchants/${merchant.merchantId}/recovery`, undefined, { once: `recovery.${merchant.merchantId}.${Date.now()}` })
      : await api.post(ADDRESSES[act](merchant.merchantId, merchant.storeId), body, { once: `${act}.${merchant.storeId}` });
    if (act === 'recovery') recovery = { merchantId: merchant.merchantId, ...answer };
    else toast(t('operator.done'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('merchants:*');
}

const id = (name, value) => html`<span>${t(name)} <span class="num">${value}</span></span>`;

const row = merchant => html`<li class="stack" data-merchant=${merchant.merchantId}><div class="spread merchant"><span class="stack tight"><strong>${nameOf(merchant)}</strong>
    <span class="soft small ids">${id('operator.merchant', merchant.merchantId)} ${id('operator.store', merchant.storeId)} ${id('operator.wallet', merchant.walletId)} ${merchant.handle ? id('operator.handle', merchant.handle) : nothing}</span>
    ${merchant.reason ? html`<span class="small">${merchant.since ? moment(merchant.since) : nothing} ${merchant.reason}</span>` : nothing}</span>
    <span class="pill ${{ ACTIVE: 'pill-ok', PENDING: 'pill-warn' }[merchant.standing] ?? 'pill-bad'}">${t(`operator.standing.${merchant.standing}`)}</span></div>
  <div class="row">${ACTS[merchant.standing].map(act => html`<button class="btn ${act === 'closure' ? 'btn-warn' : ''}" data-act=${act} @click=${() => run(act, merchant)}>${t(`operator.${act}`)}</button>`)}
    <button class="btn btn-quiet" data-act="recovery" @click=${() => run('recovery', merchant)}>${t('operator.recovery')}</button></div>
  ${recovery?.merchantId === merchant.merchantId ? html`<div class="note note-ok stack"><span>${t('operator.recovery.once')}</span><code class="code">${recovery.code}</code>${facts(recovery, ['code', 'merchantId'])}</div>` : nothing}</li>`;

/** The screen; an id in the address is searched for. */
export function storesScreen([, id]) {
  if (id !== linkedTo) text = id ?? text;
  linkedTo = id;
  const query = new URLSearchParams({ limit: '50', ...(standing && { standing }), ...(text.trim() && { q: text.trim() }) });
  const key = `merchants:${query}`;
  return html`<form class="row" @submit=${event => { event.preventDefault(); text = event.target.elements.q.value; redraw(); }}>
      <div class="field grow"><label for="q">${t('operator.search')}</label><input id="q" name="q" .value=${text}></div>
      <div class="field"><label for="standing">${t('operator.status')}</label><select id="standing" @change=${event => { standing = event.target.value; redraw(); }}><option value="">–</option>${STANDINGS.map(one => html`<option value=${one} ?selected=${one === standing}>${t(`operator.standing.${one}`)}</option>`)}</select></div>
      <button class="btn">${t('operator.find')}</button></form>
    ${shown(key, load(key, () => api.get(`/merchants?${query}`), { fresh: 30_000 }), page => page.items.length ? html`<ul class="list">${page.items.map(row)}</ul>` : html`<p class="empty">${t('operator.nothing')}</p>`)}`;
}
