package io.sirenorder.store.quote;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.store.hold.Room;
import io.sirenorder.store.menu.Basket;
import io.sirenorder.store.menu.ItemUnavailable;
import io.sirenorder.store.menu.Menu;
import io.sirenorder.store.stock.Shortage;
import io.sirenorder.store.stock.Stock;
import io.sirenorder.store.storefront.OpenStores;
import io.sirenorder.store.storefront.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Prices lines and says when they would be ready; at a store only while an order would reach it. Takes nothing. */
@ApplicationScoped
class QuoteDesk {
    private final OpenStores open;
    private final Menu menu;
    private final Room room;
    private final Stock stock;
    private final DatabaseClock clock;

    QuoteDesk(OpenStores open, Menu menu, Room room, Stock stock, DatabaseClock clock) {
        this.open = open;
        this.menu = menu;
        this.room = room;
        this.stock = stock;
        this.clock = clock;
    }

    Uni<Quote> quote(QuoteRequest wanted) {
        return wanted.storeId() == null ? anywhere(wanted) : at(wanted.storeId(), wanted);
    }

    private Uni<Quote> anywhere(QuoteRequest wanted) {
        return Panache.withSession(() -> menu.price(null, wanted.pickup(), wanted.lines()))
                .map(basket -> new Quote(null, null, basket.lines(), basket.totalKrw(), null));
    }

    private Uni<Quote> at(StoreId id, QuoteRequest wanted) {
        return open.require(id)
                .chain(store -> Panache.withSession(() -> menu.price(id, wanted.pickup(), wanted.lines())
                        .call(basket -> requireStock(store, basket))
                        .chain(basket -> room.look(store, basket.units(), clock.now())
                                .map(promise -> basket.quote(store, promise)))));
    }

    private Uni<Void> requireStock(Store store, Basket basket) {
        return stock.remaining(store.id(), store.tradingDay(clock.now()))
                .invoke(left -> {
                    List<Shortage> shortages = basket.pieces().entrySet().stream()
                            .filter(piece -> left.getOrDefault(piece.getKey(), piece.getValue()) < piece.getValue())
                            .map(piece -> new Shortage(piece.getKey(), left.get(piece.getKey())))
                            .toList();
                    if (!shortages.isEmpty()) {
                        throw new ItemUnavailable(shortages).in(basket, Optional.empty());
                    }
                })
                .replaceWithVoid();
    }
}
