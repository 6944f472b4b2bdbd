package io.sirenorder.coupon.gift;

import io.sirenorder.kit.problem.InvalidRequest;

/** From which end a gift is looked at. */
enum GiftSide {
    RECEIVED("recipient"),
    SENT("sender");

    private final String column;

    GiftSide(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** Received gifts, where the caller names no side. */
    static GiftSide of(String role) {
        if (role == null || role.equals("received")) {
            return RECEIVED;
        }
        if (role.equals("sent")) {
            return SENT;
        }
        throw new InvalidRequest("role", "must be received or sent");
    }
}
