package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import jakarta.annotation.Nullable;

/**
 * {@code POST /internal/gifts/search}: a gift as far as the comparison of the books needs it.
 *
 * @param status {@code SENT}, {@code OPENED}, {@code USED}, {@code DECLINED}, {@code REFUNDED}, {@code EXPIRED},
 *     {@code SETTLED} or {@code VOIDED}
 * @param paidKrw charged
 * @param pointsKrw covered by points
 * @param refundKrw the part of the charge that goes back, once the gift was declined or has expired; else null
 */
public record SentGift(
        GiftId giftId,
        String status,
        Krw paidKrw,
        Krw pointsKrw,
        @Nullable Krw refundKrw) {}
