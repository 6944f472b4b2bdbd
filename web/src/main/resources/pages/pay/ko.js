export default {
  'pay.title': '결제 · 사이렌 오더',
  'pay.opening': '결제창을 여는 중입니다.',
  'pay.failed': '결제가 완료되지 않았습니다. {reason}',
  'pay.again': '다시 결제하기',
  'pay.back': '주문 화면으로 돌아가기',
  'pay.nothing': '결제할 주문이 없습니다.',
};
