package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Conflict;

/** The coupon is fine, and the store does not sell now what it buys. */
public class NotSold extends Conflict {}
