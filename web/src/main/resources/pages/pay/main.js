// The payment page: opens PortOne's window for the checkout that this tab has just made, and knows nothing else of the buyer.
import './words.js';
import { chrome, facts, html, mount, nothing, redraw } from '../kit/frame.js';
import { won } from '../kit/won.js';
import { t, useLanguage } from '../kit/words.js';

const wish = JSON.parse(sessionStorage.getItem('siren.pay') ?? 'null');
const back = checkoutId => `/shop/?checkout=${encodeURIComponent(checkoutId)}`;
let failed = null;

function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`not loaded: ${address}`));
    document.head.append(element);
  });
}

const home = () => new URL(back(wish.checkoutId), location.href).href;

/** V2: https://developers.portone.io/sdk/ko/v2-sdk/payment-request. Where the window is no redirection, its answer comes here. */
async function openV2() {
  await script(facts.pay.v2Sdk);
  const answer = await window.PortOne.requestPayment({
    storeId: wish.storeId, channelKey: wish.channelKey, paymentId: wish.paymentId, orderName: wish.orderName, totalAmount: wish.amountKrw,
    currency: 'CURRENCY_KRW', payMethod: 'CARD', customData: wish.customData, customer: wish.customerId ? { customerId: wish.customerId } : undefined, redirectUrl: home(), windowType: { pc: 'REDIRECTION', mobile: 'REDIRECTION' },
    locale: wish.language === 'en' ? 'EN_US' : 'KO_KR',
  });
  if (answer?.code) throw new Error(answer.message ?? answer.code);
}

/** V1: https://developers.portone.io/sdk/ko/v1-sdk/javascript-sdk/payrq. */
async function openV1() {
  await script(facts.pay.v1Sdk);
  window.IMP.init(wish.storeId);
  await new Promise((resolve, reject) => window.IMP.request_pay({
    channelKey: wish.channelKey, merchant_uid: wish.paymentId, name: wish.orderName, amount: wish.amountKrw, pay_method: 'card', currency: 'KRW',
    custom_data: wish.customData, m_redirect_url: home(),
  }, answer => answer.error_msg ? reject(new Error(answer.error_msg)) : resolve(answer)));
}

async function open() {
  failed = null;
  redraw();
  try {
    await (wish.version === 'V1' ? openV1() : openV2());
    location.replace(back(wish.checkoutId));
  } catch (failure) {
    failed = failure;
    redraw();
  }
}

const view = () => html`<main class="pay stack">
  ${wish ? html`<p class="soft">${wish.orderName}</p><p class="amount num">${won(wish.amountKrw)}</p>
    ${failed ? html`<p class="note note-bad" role="alert">${t('pay.failed', { reason: failed.message })}</p>
      <button class="btn btn-primary btn-big" @click=${open}>${t('pay.again')}</button>` : html`<p class="row center"><span class="spinner" aria-hidden="true"></span>${t('pay.opening')}</p>`}
    <a class="btn btn-quiet" href=${back(wish.checkoutId)}>${t('pay.back')}</a>`
    : html`<p>${t('pay.nothing')}</p><a class="btn" href="/shop/">${t('pay.back')}</a>`}
  ${nothing}</main>${chrome()}`;

if (wish?.language) await useLanguage(wish.language);
document.title = t('pay.title');
mount(document.getElementById('app'), view);
// The browser's back button leads from PortOne's window to this page, as it was left or loaded anew: on to the shop, which knows how to go on.
const leave = () => location.replace(back(wish.checkoutId));
const isReturned = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
addEventListener('pageshow', event => event.persisted && wish && leave());
if (wish && isReturned) leave();
else if (wish) open();
