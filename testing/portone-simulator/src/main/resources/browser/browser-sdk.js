// PortOne's browser SDK for V2 as far as a shop's page needs it: the payment window is reached by navigation.
(() => {
  'use strict';
  const origin = new URL(document.currentScript.src).origin;
  const required = ['storeId', 'paymentId', 'orderName', 'totalAmount', 'currency', 'payMethod', 'redirectUrl'];

  const encoded = (request) => {
    const bytes = new TextEncoder().encode(JSON.stringify({...request, version: 'V2'}));
    return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };

  /** Leaves the page for the window, which comes back to redirectUrl; resolves only with an error of the request. */
  const requestPayment = (request) => {
    const missing = required.filter((name) => request?.[name] === undefined || request[name] === '');
    if (missing.length > 0) {
      const message = `requestPayment needs ${missing.join(', ')}`;
      return Promise.resolve({code: 'INVALID_REQUEST', message, paymentId: request?.paymentId});
    }
    location.assign(`${origin}/sim/window?request=${encoded(request)}`);
    return new Promise(() => {});
  };

  globalThis.PortOne = Object.freeze({requestPayment});
})();
