package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Conflict;

/** The coupon is fine, and does not cover the chosen options. */
public class OptionsNotCovered extends Conflict {}
