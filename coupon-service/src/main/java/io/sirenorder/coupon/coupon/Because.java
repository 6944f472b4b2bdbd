package io.sirenorder.coupon.coupon;

/**
 * Who changed a coupon, and why.
 *
 * @param actor {@code buyer}, {@code operator:DIGEST}, {@code order}, {@code payment} or {@code clock}; no person's id
 * @param reason null where the step says it all
 */
public record Because(String actor, String reason) {
    public static final Because BUYER = new Because("buyer", null);
    public static final Because ORDER = new Because("order", null);
    public static final Because CLOCK = new Because("clock", null);

    public static Because payment(String reason) {
        return new Because("payment", reason);
    }

    public static Because buyer(String reason) {
        return new Because("buyer", reason);
    }
}
