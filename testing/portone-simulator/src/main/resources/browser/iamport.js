// PortOne's browser SDK for V1 (formerly iamport) as far as a shop's page needs it: the window is reached by navigation.
(() => {
  'use strict';
  const origin = new URL(document.currentScript.src).origin;
  const required = ['merchant_uid', 'name', 'amount', 'm_redirect_url'];
  let code = null;

  const encoded = (request) => {
    const bytes = new TextEncoder().encode(JSON.stringify({...request, version: 'V1', code}));
    return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };

  /** Leaves the page for the window, which comes back to m_redirect_url; calls back only with an error of the request. */
  const request_pay = (request, callback) => {
    const missing = required.filter((name) => request?.[name] === undefined || request[name] === '');
    const fault = code === null ? 'IMP.init was not called' : `request_pay needs ${missing.join(', ')}`;
    if (code === null || missing.length > 0) {
      callback?.({success: false, error_code: 'INVALID_REQUEST', error_msg: fault, merchant_uid: request?.merchant_uid});
      return;
    }
    location.assign(`${origin}/sim/window?request=${encoded(request)}`);
  };

  globalThis.IMP = Object.freeze({
    init(merchantCode) {
      code = merchantCode;
    },
    request_pay,
  });
})();
