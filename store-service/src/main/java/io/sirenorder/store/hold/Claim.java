package io.sirenorder.store.hold;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.store.menu.Basket;
import io.sirenorder.store.stock.Stock;
import io.sirenorder.store.storefront.Store;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Stock and kitchen time that a checkout or an order asks for at a store.
 *
 * @param turn how often its id took anew
 */
record Claim(
        CheckoutId id,
        int turn,
        Recipient buyer,
        Store store,
        int units,
        SortedMap<MenuItemId, Integer> pieces,
        Instant at) {

    /** The first claim under its id. */
    static Claim first(CheckoutId id, Recipient buyer, Store store, Basket basket, Instant at) {
        return new Claim(id, 0, buyer, store, basket.units(), basket.pieces(), at);
    }

    Claim inTurn(int next) {
        return new Claim(id, next, buyer, store, units, pieces, at);
    }

    /** Entry in the ledger of stock. */
    Stock.Entry entry() {
        return new Stock.Entry(store.id(), store.tradingDay(at), id.value(), turn, "buyer");
    }
}
