package io.sirenorder.payment.notification;

import java.util.Map;

/** Why a payment was not taken, in words; a slug without words speaks for itself. */
final class Reasons {
    private static final Map<String, String> KOREAN = Map.ofEntries(
            Map.entry("amount-mismatch", "결제 금액이 주문 금액과 다릅니다"),
            Map.entry("currency-mismatch", "원화 결제가 아닙니다"),
            Map.entry("test-channel", "테스트 결제입니다"),
            Map.entry("checkout-expired", "주문 시간이 지난 뒤에 결제되었습니다"),
            Map.entry("checkout-not-payable", "이미 처리된 주문입니다"),
            Map.entry("checkout-unknown", "알 수 없는 주문입니다"),
            Map.entry("custom-data-unreadable", "주문 내용을 알 수 없습니다"),
            Map.entry("buyer-unknown", "고객을 알 수 없습니다"),
            Map.entry("points-need-checkout", "포인트는 로그인한 주문에만 쓸 수 있습니다"),
            Map.entry("payer-differs", "주문한 고객이 아닌 다른 고객이 결제했습니다"),
            Map.entry("payment-cancelled", "결제가 취소되었습니다"),
            Map.entry("payment-not-recordable", "주문 내용을 저장할 수 없습니다"),
            Map.entry("payment-not-processable", "결제를 처리할 수 없습니다"),
            Map.entry("payment-partly-cancelled", "결제가 일부 취소되었습니다"),
            Map.entry("store-closed", "영업 중인 매장이 아닙니다"),
            Map.entry("store-unknown", "없는 매장입니다"),
            Map.entry("item-unavailable", "품절된 메뉴가 있습니다"),
            Map.entry("menu-item-unknown", "없는 메뉴입니다"));

    private Reasons() {}

    static String korean(String slug) {
        return KOREAN.getOrDefault(slug, slug);
    }

    static String english(String slug) {
        return slug.replace('-', ' ');
    }
}
