package io.sirenorder.coupon.notification;

import io.sirenorder.contracts.KoreanTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The sentences of notifications, in Korean and English. */
final class Sentences {
    private static final DateTimeFormatter KOREAN =
            DateTimeFormatter.ofPattern("M월 d일 HH:mm").withZone(KoreanTime.ZONE);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'KST'").withZone(KoreanTime.ZONE);

    private Sentences() {}

    static Map<String, String> couponRevoked(String name, String reason) {
        return said(
                "%s 쿠폰의 사용이 중지되었습니다: %s".formatted(name, reason),
                "Your coupon for %s was revoked: %s".formatted(name, reason));
    }

    static Map<String, String> couponRestored(String name) {
        return said("%s 쿠폰이 쿠폰함으로 돌아왔습니다.".formatted(name), "Your coupon for %s is back in your box.".formatted(name));
    }

    static Map<String, String> couponExpiring(String name, Instant end) {
        return said(
                "%s 쿠폰의 유효기간이 %s에 끝납니다.".formatted(name, KOREAN.format(end)),
                "Your coupon for %s expires at %s.".formatted(name, ENGLISH.format(end)));
    }

    static Map<String, String> couponExpired(String name) {
        return said("%s 쿠폰의 유효기간이 끝났습니다.".formatted(name), "Your coupon for %s has expired.".formatted(name));
    }

    static Map<String, String> giftOpened(String name) {
        return said("받는 분이 %s 선물을 열어 보았습니다.".formatted(name), "Your gift, %s, was opened.".formatted(name));
    }

    static Map<String, String> giftUsed(String name) {
        return said("받는 분이 %s 선물을 사용했습니다.".formatted(name), "Your gift, %s, was used.".formatted(name));
    }

    static Map<String, String> giftDeclined(String name, long refund) {
        return said(
                "받는 분이 %s 선물을 거절하여 %,d원을 환불해 드립니다.".formatted(name, refund),
                "Your gift, %s, was declined; %,d won will be refunded.".formatted(name, refund));
    }

    static Map<String, String> giftExpired(String name, long refund) {
        return said(
                "%s 선물이 기간 안에 사용되지 않아 %,d원을 환불해 드립니다.".formatted(name, refund),
                "Your gift, %s, was not used in time; %,d won will be refunded.".formatted(name, refund));
    }

    static Map<String, String> giftVoided(String name) {
        return said(
                "결제가 취소되어 %s 선물을 더 이상 사용할 수 없습니다.".formatted(name),
                "The gift %s can't be used any more: its payment was cancelled.".formatted(name));
    }

    private static Map<String, String> said(String korean, String english) {
        return Map.of("ko", korean, "en", english);
    }
}
