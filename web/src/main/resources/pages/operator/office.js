// State of the operator's page: the session, which ends after half an hour without use, and the API.
import { makeApi } from '../kit/api.js';
import { facts, onSecond, redraw } from '../kit/frame.js';
import { forgetAnswers } from '../kit/load.js';
import { makeOidc } from '../kit/oidc.js';

const IDLE = 30 * 60_000;
const { issuer, clientId, scope } = facts.operators ?? {};

export const session = makeOidc({ issuer, clientId, scope, name: 'operator' });
export const api = makeApi(session);

/** Programs that tell of themselves at `/vitals/…` and `/dead-letters/…`. */
export const SERVICES = ['merchant', 'store', 'coupon', 'payment'];

let usedAt = Date.now();
['pointerdown', 'keydown'].forEach(kind => addEventListener(kind, () => usedAt = Date.now(), { passive: true }));
onSecond(() => {
  if (session.state === 'in' && Date.now() - usedAt > IDLE) session.lost();
});
session.on(() => {
  if (session.state === 'out') forgetAnswers();
  redraw();
});
