package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.coupon.time.Validity;

/**
 * A coupon to be made.
 *
 * @param line what it is good for, at the menu's price
 * @param holder null when the first registrar gets it
 * @param actor who has it made: {@code operator:DIGEST}, {@code payment}, {@code buyer}
 */
public record Issue(
        CouponId id, OrderLine line, CouponOrigin origin, Recipient holder, Validity validFor, String actor) {}
