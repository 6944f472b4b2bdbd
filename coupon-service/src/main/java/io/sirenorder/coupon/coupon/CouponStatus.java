package io.sirenorder.coupon.coupon;

import java.util.EnumSet;
import java.util.Set;

/** The status of a coupon. {@link #next} is the whole state machine. */
public enum CouponStatus {
    PUBLISHED,
    REGISTERED,
    RESERVED,
    USED,
    REVOKED,
    EXPIRED;

    Set<CouponStatus> next() {
        return switch (this) {
            case PUBLISHED -> EnumSet.of(REGISTERED, REVOKED, EXPIRED);
            case REGISTERED -> EnumSet.of(RESERVED, REVOKED, EXPIRED);
            case RESERVED -> EnumSet.of(USED, REGISTERED);
            case USED -> EnumSet.of(REGISTERED); // an accepted order may still be refused
            case REVOKED, EXPIRED -> EnumSet.noneOf(CouponStatus.class);
        };
    }

    /** Whether its holder may be shown the code: it is, or may again be, good for something. */
    boolean isAlive() {
        return this == REGISTERED || this == RESERVED;
    }
}
