package io.sirenorder.store.quote;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.store.menu.Menu;
import io.sirenorder.store.storefront.OpenStores;
import io.sirenorder.store.storefront.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Prices what is wanted; at a store only while an order would reach it. */
@ApplicationScoped
class QuoteDesk {
    private final OpenStores open;
    private final Menu menu;

    QuoteDesk(OpenStores open, Menu menu) {
        this.open = open;
        this.menu = menu;
    }

    Uni<Quote> quote(QuoteRequest wanted) {
        return wanted.storeId() == null ? anywhere(wanted) : at(wanted.storeId(), wanted);
    }

    private Uni<Quote> anywhere(QuoteRequest wanted) {
        return lines(wanted).map(lines -> new Quote(null, null, lines, total(lines), null));
    }

    private Uni<Quote> at(StoreId id, QuoteRequest wanted) {
        return open.require(id).chain(store -> lines(wanted).map(lines -> quote(store, lines)));
    }

    private Uni<List<OrderLine>> lines(QuoteRequest wanted) {
        return Panache.withSession(() -> menu.price(wanted.storeId(), wanted.pickup(), wanted.lines()));
    }

    private static Quote quote(Store store, List<OrderLine> lines) {
        return new Quote(store.id(), store.name(), lines, total(lines), store.portoneMerchantCode());
    }

    private static Krw total(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::totalKrw).reduce(Krw.ZERO, Krw::plus);
    }
}
