export default {
  'pay.title': 'Payment · Siren Order',
  'pay.opening': 'Opening the payment window.',
  'pay.failed': 'The payment was not completed. {reason}',
  'pay.again': 'Pay again',
  'pay.back': 'Back to the shop',
  'pay.nothing': 'There is nothing to pay.',
};
