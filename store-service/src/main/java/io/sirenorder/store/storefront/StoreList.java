package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.page.Page;
import io.sirenorder.store.presence.StorePresence;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads stores, one or a page at a time. */
@ApplicationScoped
class StoreList {
    private static final int CANDIDATES_PER_ITEM = 5;

    private final Stores stores;
    private final NearestFirst nearest;
    private final OpenStores open;
    private final StorePresence live;
    private final KitchenLoad load;
    private final KitchenEstimate estimate;
    private final DatabaseClock clock;

    StoreList(
            Stores stores,
            NearestFirst nearest,
            OpenStores open,
            StorePresence live,
            KitchenLoad load,
            KitchenEstimate estimate,
            DatabaseClock clock) {
        this.load = load;
        this.estimate = estimate;
        this.clock = clock;
        this.stores = stores;
        this.nearest = nearest;
        this.open = open;
        this.live = live;
    }

    /** The public view of one store, with whether it is open now and the work of its kitchen. */
    Uni<StoreDetail> detail(StoreId id) {
        return look(() -> stores.getPublic(id), StoreViews::detail);
    }

    /** The same as its own merchant sees it, in any standing. */
    Uni<StoreDetail> ownDetail(StoreId id) {
        return look(() -> stores.get(id), StoreViews::ownDetail);
    }

    private Uni<StoreDetail> look(Supplier<Uni<Store>> found, View view) {
        return Panache.withSession(() ->
                        found.get().chain(store -> load.of(store.id()).map(ahead -> Tuple2.of(store, ahead))))
                .chain(both -> open.look(both.getItem1()).map(isOpen -> {
                    Instant now = clock.now();
                    StoreQueue queue = estimate.queue(both.getItem1(), both.getItem2(), now);
                    return view.of(both.getItem1(), isOpen, queue, now);
                }));
    }

    /** A view of a store. */
    private interface View {
        StoreDetail of(Store store, boolean open, StoreQueue queue, Instant at);
    }

    @WithSession
    Uni<Page<StoreSummary>> page(StoreSearch search) {
        if (search.near() != null) {
            return nearest.page(search);
        }
        return search.openOnly() ? open(search.afterId(), search, new FillingPage(search.limit())) : byId(search);
    }

    private Uni<Page<StoreSummary>> byId(StoreSearch search) {
        return stores.after(search.afterId(), search.limit().plusOne()).map(found -> {
            FillingPage page = new FillingPage(search.limit());
            found.forEach(store -> page.add(open.summary(store, open.isOpen(store)), cursor(store)));
            return page.page();
        });
    }

    /** Open stores are few among many: the candidates are those with a till, which memory knows. */
    private Uni<Page<StoreSummary>> open(UUID after, StoreSearch search, FillingPage page) {
        List<UUID> candidates = live.all().tailSet(after, false).stream()
                .limit((long) search.limit().value() * CANDIDATES_PER_ITEM)
                .toList();
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(page.page());
        }
        return stores.all(candidates).chain(found -> {
            found.stream()
                    .filter(open::isOpen)
                    .sorted(Comparator.comparing(store -> store.id().value(), StorePresence.BY_ID))
                    .forEach(store -> page.add(open.summary(store, true), cursor(store)));
            UUID last = candidates.get(candidates.size() - 1);
            return page.isFull() ? Uni.createFrom().item(page.page()) : open(last, search, page);
        });
    }

    private static String cursor(Store store) {
        return StoreSearch.BY_ID.encode(store.id().toString());
    }
}
