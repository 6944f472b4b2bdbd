package io.sirenorder.store.stock;

import jakarta.annotation.Nullable;

/**
 * Pieces of one item at one store.
 *
 * @param remaining pieces that may still be sold ahead
 * @param held pieces set aside for checkouts that are not paid yet
 * @param soldToday pieces sold ahead on this trading day, without those given back
 * @param daily pieces to begin each trading day with, or null
 */
record StockLevel(
        int remaining, int held, int soldToday, @Nullable Integer daily) {}
