package io.sirenorder.contracts.payment;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;

/**
 * The content of a paid checkout as the service keeps it that made an order or a gift of it.
 *
 * @param order set exactly for an order
 * @param gift set exactly for a gift
 * @param paidKrw through PortOne
 * @param pointsKrw covered by points
 */
public record Purchase(Recipient buyer, OrderDraft order, GiftDraft gift, Krw paidKrw, Krw pointsKrw) {}
