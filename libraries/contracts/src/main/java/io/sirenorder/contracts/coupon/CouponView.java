package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import java.time.Instant;

/**
 * A coupon as its holder sees it, without its code.
 *
 * @param status PUBLISHED, REGISTERED, RESERVED, USED, REVOKED or EXPIRED
 * @param faceValueKrw of all pieces, at the menu's price when it was issued
 */
public record CouponView(
        CouponId couponId,
        MenuItemId menuItemId,
        String name,
        int quantity,
        Krw faceValueKrw,
        CouponOrigin origin,
        String status,
        Instant issuedAt,
        Instant expiresAt) {}
