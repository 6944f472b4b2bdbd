package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.kit.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The id of a coupon that a request makes. With an {@code Idempotency-Key} it follows from caller and key, so that a
 * repeated request finds the coupon of the first: its answer holds the code, which is kept nowhere but sealed.
 */
public final class RequestedId {
    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private RequestedId() {}

    /** Random when {@code key} is null. */
    public static CouponId of(String actor, String key) {
        if (key == null) {
            return new CouponId(UUID.randomUUID());
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidRequest(HEADER, "must be 1 to 255 characters");
        }
        String name = "coupon:" + actor.length() + ":" + actor + key;
        return new CouponId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
