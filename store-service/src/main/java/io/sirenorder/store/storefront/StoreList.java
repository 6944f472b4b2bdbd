package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.page.Cursor;
import io.sirenorder.kit.page.Page;
import io.sirenorder.store.presence.LiveStores;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.storefront.NearbyStores.Nearby;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores a page at a time: by id, or the nearest first. A page of open stores looks at a bounded number of candidates,
 * so it may be short; its cursor goes on where it stopped.
 */
@ApplicationScoped
class StoreList {
    private static final int CANDIDATES_PER_ITEM = 5;
    private static final int MAX_ROUNDS = 10;

    private final Stores stores;
    private final NearbyStores nearby;
    private final LiveStores live;
    private final Clock clock;

    StoreList(Stores stores, NearbyStores nearby, LiveStores live, Clock clock) {
        this.stores = stores;
        this.nearby = nearby;
        this.live = live;
        this.clock = clock;
    }

    /** One store, with whether it is open now. */
    Uni<StoreDetail> detail(StoreId id) {
        return Panache.withSession(() -> stores.get(id))
                .chain(store -> live.look(id).map(tills -> store.detail(isOpen(store, tills))));
    }

    @WithSession
    Uni<Page<StoreSummary>> page(StoreSearch search) {
        if (search.near() != null) {
            return nearest(search, search.afterPlace(), new FillingPage(search.limit()), 1);
        }
        UUID after = search.afterId();
        return search.openOnly() ? open(search, after, new FillingPage(search.limit())) : byId(search, after);
    }

    private Uni<Page<StoreSummary>> byId(StoreSearch search, UUID after) {
        return stores.after(after, search.limit().plusOne()).map(found -> {
            FillingPage page = new FillingPage(search.limit());
            found.forEach(store ->
                    page.add(store.summary(isOpen(store)), cursor(store.id().value())));
            return page.page();
        });
    }

    /** Open stores are few among many: the candidates are those with a till, which memory knows. */
    private Uni<Page<StoreSummary>> open(StoreSearch search, UUID after, FillingPage page) {
        List<UUID> candidates = live.all().tailSet(after, StoreSearch.FIRST.equals(after)).stream()
                .limit((long) search.limit().value() * CANDIDATES_PER_ITEM)
                .toList();
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(page.page());
        }
        return stores.all(candidates).chain(found -> {
            found.stream()
                    .filter(store -> store.takesOrders(clock.instant()))
                    .sorted(Comparator.comparing(store -> store.id().value()))
                    .forEach(store ->
                            page.add(store.summary(true), cursor(store.id().value())));
            UUID last = candidates.get(candidates.size() - 1);
            return page.isFull() ? Uni.createFrom().item(page.page()) : open(search, last, page);
        });
    }

    private Uni<Page<StoreSummary>> nearest(StoreSearch search, Nearby after, FillingPage page, int round) {
        int limit = search.openOnly()
                ? search.limit().value() * CANDIDATES_PER_ITEM
                : search.limit().plusOne();
        return nearby.after(after, search.near(), limit)
                .chain(places -> stores.all(places.stream().map(Nearby::id).toList())
                        .chain(found -> {
                            addInOrder(search, places, found, page);
                            if (page.isFull() || places.size() < limit) {
                                return Uni.createFrom().item(page.page());
                            }
                            Nearby last = places.get(places.size() - 1);
                            return round < MAX_ROUNDS
                                    ? nearest(search, last, page, round + 1)
                                    : Uni.createFrom().item(page.stoppedAt(cursor(last)));
                        }));
    }

    private void addInOrder(StoreSearch search, List<Nearby> places, List<Store> found, FillingPage page) {
        Map<UUID, Store> byId =
                found.stream().collect(Collectors.toMap(store -> store.id().value(), Function.identity()));
        for (Nearby place : places) {
            Store store = byId.get(place.id());
            boolean open = isOpen(store);
            if (open || !search.openOnly()) {
                page.add(store.summary(open), cursor(place));
            }
        }
    }

    private boolean isOpen(Store store) {
        return isOpen(store, live.known(store.id()));
    }

    private boolean isOpen(Store store, Liveness tills) {
        return store.takesOrders(clock.instant()) && tills == Liveness.LIVE;
    }

    private static String cursor(UUID id) {
        return Cursor.encode(id.toString());
    }

    private static String cursor(Nearby place) {
        return Cursor.encode(Long.toString(place.metres()), place.id().toString());
    }
}
