package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import java.util.List;
import java.util.Map;

/**
 * {@code PUT /internal/coupon-reservations/{orderId}}: a coupon set aside for exactly this order.
 *
 * @param line what it buys, at its face value
 */
public record CouponReservation(CouponId couponId, OrderLine line) {
    /**
     * The coupon, and its holder.
     *
     * @param holders the buyer and the addresses that they proved, any of which may hold the coupon
     */
    public record Request(StoreId storeId, String code, List<Recipient> holders, Map<String, String> options) {}
}
