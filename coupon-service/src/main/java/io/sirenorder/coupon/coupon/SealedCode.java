package io.sirenorder.coupon.coupon;

/** A code as it lies in the database: findable by who knows it, readable for who has the secret. Never compared. */
@SuppressWarnings("ArrayRecordComponent")
record SealedCode(byte[] hash, byte[] sealed) {}
