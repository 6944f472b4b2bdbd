// Merchants and the standing of their stores: approved, suspended with a reason, reinstated; and a way back for a lost password.
import { explain, path } from '../kit/api.js';
import { ask, sheet, show } from '../kit/dialog.js';
import { html, nothing, redraw, toast } from '../kit/frame.js';
import { drop, load, shown } from '../kit/load.js';
import { t } from '../kit/words.js';
import { facts } from './facts.js';
import { api } from './office.js';

const STANDINGS = ['PENDING', 'ACTIVE', 'SUSPENDED'];
const ACTS = { PENDING: ['approval'], ACTIVE: ['suspension'], SUSPENDED: ['reinstatement'] };
const ADDRESSES = {
  approval: (merchant, store) => path`/merchants/${merchant}/stores/${store}/approval`,
  suspension: (merchant, store) => path`/merchants/${merchant}/stores/${store}/suspension`,
  reinstatement: (merchant, store) => path`/merchants/${merchant}/stores/${store}/reinstatement`,
};
let standing = '', text = '', recovery = null;

async function reasonFor(act) {
  let reason = '';
  const yes = await show(close => sheet({
    title: t(`operator.${act}`), close,
    body: html`<div class="field"><label for="why">${t('operator.reason')}</label><input id="why" maxlength="200" data-first @input=${event => { reason = event.target.value; redraw(); }}></div>`,
    buttons: html`<button class="btn btn-danger grow" ?disabled=${!reason.trim()} @click=${() => close(true)}>${t(`operator.${act}`)}</button>`,
  }), { label: t(`operator.${act}`) });
  return yes ? { reason: reason.trim() } : null;
}

async function run(act, merchant, storeId) {
  const body = act === 'suspension' ? await reasonFor(act) : await ask({ title: t(`operator.${act}`), text: merchant.name ?? merchant.merchantId, yes: t(`operator.${act}`) }) ? undefined : null;
  if (body === null) return;
  try {
    const answer = act === 'recovery' ? await api.post(path`/merchants/${merchant.merchantId}/recovery`, undefined, { once: `recovery.${merchant.merchantId}.${Date.now()}` })
      : await api.post(ADDRESSES[act](merchant.merchantId, storeId), body, { once: `${act}.${storeId}` });
    if (act === 'recovery') recovery = { merchantId: merchant.merchantId, ...answer };
    else toast(t('operator.done'), { kind: 'ok' });
  } catch (failure) {
    toast(explain(failure), { kind: 'bad' });
  }
  drop('merchants:*');
}

/** Stores of a merchant; a merchant with one store may tell of it in its own row. */
const storesOf = merchant => merchant.stores ?? [{ storeId: merchant.storeId, standing: merchant.standing, name: merchant.name }];

const storeRow = (merchant, store) => html`<div class="spread"><span class="stack tight"><strong>${store.name ?? store.storeId}</strong><span class="soft small num">${store.storeId}</span></span>
  <span class="row"><span class="pill ${{ ACTIVE: 'pill-ok', PENDING: 'pill-warn' }[store.standing] ?? 'pill-bad'}">${store.standing}</span>
  ${(ACTS[store.standing] ?? []).map(act => html`<button class="btn" @click=${() => run(act, merchant, store.storeId)}>${t(`operator.${act}`)}</button>`)}</span></div>`;

const row = merchant => html`<li class="stack"><div class="spread"><span class="num soft small">${merchant.merchantId}</span><span>${merchant.handle ?? ''}</span></div>
  ${storesOf(merchant).map(store => storeRow(merchant, store))}
  <span><button class="btn btn-quiet" @click=${() => run('recovery', merchant)}>${t('operator.recovery')}</button></span>
  ${recovery?.merchantId === merchant.merchantId ? html`<div class="note note-ok stack"><span>${t('operator.recovery.once')}</span><code class="code">${recovery.code}</code>${facts(recovery, ['code', 'merchantId'])}</div>` : nothing}</li>`;

export function storesScreen() {
  const query = new URLSearchParams({ limit: '50', ...(standing && { standing }), ...(text.trim() && { q: text.trim() }) });
  const key = `merchants:${query}`;
  return html`<form class="row" @submit=${event => { event.preventDefault(); text = event.target.elements.q.value; redraw(); }}>
      <div class="field grow"><label for="q">${t('operator.search')}</label><input id="q" name="q" .value=${text}></div>
      <div class="field"><label for="standing">${t('operator.status')}</label><select id="standing" @change=${event => { standing = event.target.value; redraw(); }}><option value="">–</option>${STANDINGS.map(one => html`<option value=${one} ?selected=${one === standing}>${one}</option>`)}</select></div>
      <button class="btn">${t('operator.find')}</button></form>
    ${shown(key, load(key, () => api.get(`/merchants?${query}`), { fresh: 30_000 }), page => page.items.length ? html`<ul class="list">${page.items.map(row)}</ul>` : html`<p class="empty">${t('operator.nothing')}</p>`)}`;
}
