package io.sirenorder.contracts.store;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;

/**
 * {@code POST /internal/orders/search}: an order as far as the comparison of the books needs it.
 *
 * @param status constant of {@link OrderStatus}
 * @param tender constant of {@link Tender}
 * @param amountKrw charged
 * @param discountKrw covered by points or a coupon
 */
public record SoldOrder(OrderId orderId, String status, String tender, Krw amountKrw, Krw discountKrw) {}
