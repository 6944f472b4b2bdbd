// State of the shop: the buyer's session, the API in the buyer's name, and the socket that tells each step.
import { bell } from '../kit/bell.js';
import { call, makeApi } from '../kit/api.js';
import { facts, go, redraw, say, toast } from '../kit/frame.js';
import { Link } from '../kit/link.js';
import { drop, forgetAnswers } from '../kit/load.js';
import { makeOidc } from '../kit/oidc.js';
import { clock } from '../kit/won.js';
import { language, t } from '../kit/words.js';

const { issuer, clientId, scope } = facts.buyers ?? {};

export const session = makeOidc({ issuer, clientId, scope, name: 'buyer' });
export const api = makeApi(session);
export const link = new Link({ path: '/ws/buyer', api });

/** Reads public resources, without the buyer's token, so that caches can answer. */
export const read = path => call('GET', path);

export const signedIn = () => session.state === 'in';

/** Leaves for the issuer and comes back to a hash path. */
export async function signIn(returnTo = location.hash) {
  try {
    await session.signIn({ returnTo });
  } catch (failure) {
    toast(t('shop.signin.failed'), { kind: 'bad' });
    console.warn(failure);
  }
}

const TOLD = { accept: 'ready', finish: 'ready', refuse: 'cancelled', cancel: 'cancelled', expire: 'cancelled' };

/** Sentence for an order's step as the socket names it, or null for one that is not told. */
function sentence(d) {
  if (d.status === 'wait') return null;
  return t(`shop.told.${d.delayed && d.status === 'accept' ? 'delay' : d.status}`, { number: d.number ?? '', store: d.storeName, time: d.readyBy ? clock(d.readyBy) : '' });
}

function orderMoved(d) {
  drop(`order:${d.orderId}`);
  drop('orders*');
  const text = sentence(d);
  if (!text) return;
  document.title = text;
  toast(text, { kind: d.status === 'accept' || d.status === 'finish' ? 'ok' : 'bad', action: { label: t('shop.look'), run: () => go(`orders/${d.orderId}`) } });
  if (bell.running) bell.play(TOLD[d.status]);
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([200, 100, 200]);
}

const HEARD = {
  'order.status': orderMoved,
  'gift.received': d => {
    drop('gifts*');
    toast(t('shop.told.gift', { name: d.senderName }), { kind: 'ok', ms: 12_000, action: { label: t('shop.look'), run: () => go(`gifts/${d.giftId}`) } });
  },
  'coupon.issued': d => {
    drop('coupons*');
    toast(t('shop.told.coupon', { name: d.name }), { kind: 'ok', action: { label: t('shop.look'), run: () => go('coupons') } });
  },
  notice: d => {
    drop('coupons*');
    drop('gifts*');
    toast(d.text[language()] ?? d.text.ko, { ms: 12_000 });
  },
};

link.on(event => {
  if (event.type === 'push') HEARD[event.frame.t]?.(event.frame.d);
  if (event.type === 'welcome' && !event.resumed) drop('*');
  redraw();
});

session.on(() => {
  if (signedIn() && link.phase === 'stopped') link.start();
  if (session.state === 'out') {
    link.stop('sign-in');
    forgetAnswers();
  }
  redraw();
});

/** Tells a step aloud that only shows on the screen otherwise. */
export const announce = text => say(text);
