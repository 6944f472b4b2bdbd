package io.sirenorder.contracts.merchant;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import jakarta.annotation.Nullable;

/**
 * {@code POST /internal/sales/search}: the entries of one order in its merchant's wallet.
 *
 * @param saleKrw the sale at the menu's price
 * @param chargedKrw the part of the sale that was charged; null where a release without splits booked it
 * @param reversedKrw taken back of the sale, in all and in parts; never negative
 */
public record BookedSale(
        OrderId orderId, Krw saleKrw, @Nullable Krw chargedKrw, Krw reversedKrw) {}
