package io.sirenorder.coupon.gift;

import java.util.EnumSet;
import java.util.Set;

/** The status of a gift. {@link #next} is the whole state machine. */
enum GiftStatus {
    SENT,
    OPENED,
    USED,
    DECLINED,
    REFUNDED,
    EXPIRED,
    SETTLED,
    VOIDED;

    Set<GiftStatus> next() {
        return switch (this) {
            case SENT -> EnumSet.of(OPENED, USED, DECLINED, EXPIRED, VOIDED);
            case OPENED -> EnumSet.of(USED, DECLINED, EXPIRED, VOIDED);
            case USED -> EnumSet.of(OPENED); // the order it was used for came to nothing
            case DECLINED -> EnumSet.of(REFUNDED);
            case EXPIRED -> EnumSet.of(SETTLED);
            case REFUNDED, SETTLED, VOIDED -> EnumSet.noneOf(GiftStatus.class);
        };
    }
}
