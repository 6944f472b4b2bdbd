package io.sirenorder.coupon.loyalty;

/**
 * A change of a balance, and its cause.
 *
 * @param reference {@code order:ID}, with the order's version where a part is taken back, {@code checkout:ID}, {@code coupon:ID} or a recipient
 */
record Movement(EntryKind kind, long points, long stamps, String reference) {
    static Movement ofPoints(EntryKind kind, long points, String reference) {
        return new Movement(kind, points, 0, reference);
    }

    static Movement ofStamps(EntryKind kind, long stamps, String reference) {
        return new Movement(kind, 0, stamps, reference);
    }
}
