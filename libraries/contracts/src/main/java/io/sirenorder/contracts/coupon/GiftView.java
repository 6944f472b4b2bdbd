package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import java.time.Instant;

/**
 * A gift as sender and recipient see it.
 *
 * @param status SENT, OPENED, USED, DECLINED, REFUNDED, EXPIRED or SETTLED
 */
public record GiftView(
        GiftId giftId,
        String senderName,
        MenuItemId menuItemId,
        String name,
        int quantity,
        Krw valueKrw,
        String message,
        String wrap,
        String status,
        CouponId couponId,
        Instant sentAt,
        Instant expiresAt) {}
