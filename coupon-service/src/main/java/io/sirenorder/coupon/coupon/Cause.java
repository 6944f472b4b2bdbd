package io.sirenorder.coupon.coupon;

/**
 * The actor and the reason of a change to a coupon.
 *
 * @param actor {@code buyer}, {@code operator:DIGEST}, {@code order}, {@code payment} or {@code clock}; no person's id
 * @param reason null where the step says it all
 */
public record Cause(String actor, String reason) {
    public static final Cause BUYER = new Cause("buyer", null);
    public static final Cause ORDER = new Cause("order", null);
    public static final Cause CLOCK = new Cause("clock", null);

    public static Cause payment(String reason) {
        return new Cause("payment", reason);
    }

    public static Cause buyer(String reason) {
        return new Cause("buyer", reason);
    }
}
