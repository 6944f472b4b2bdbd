package io.sirenorder.coupon.coupon;

/** A code as it lies in the database: findable by who knows it, readable for who has the secret. */
@SuppressWarnings("ArrayRecordComponent") // only carries two columns to where they are set
record SealedCode(byte[] hash, byte[] sealed) {}
