package io.sirenorder.store.storefront;

import io.sirenorder.kit.page.Page;
import io.sirenorder.store.presence.StorePresence;
import io.sirenorder.store.storefront.NearbyStores.Nearby;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores by their distance, a page at a time. A page of open stores looks at a bounded number of candidates, so it may
 * be short; its cursor goes on where it stopped.
 */
@ApplicationScoped
class NearestFirst {
    private static final int CANDIDATES_PER_ITEM = 5;
    private static final int MAX_ROUNDS = 10;
    /** Number of live stores up to which they are sorted in memory; to look for so few among all stores takes long. */
    private static final int FEW = 500;

    private final Stores stores;
    private final NearbyStores nearby;
    private final OpenStores open;
    private final StorePresence live;

    NearestFirst(Stores stores, NearbyStores nearby, OpenStores open, StorePresence live) {
        this.stores = stores;
        this.nearby = nearby;
        this.open = open;
        this.live = live;
    }

    /** Within the caller's session. */
    Uni<Page<StoreSummary>> page(StoreSearch search) {
        Set<UUID> tills = live.all();
        return search.openOnly() && tills.size() <= FEW
                ? among(tills, search)
                : walk(search.afterPlace(), search, new FillingPage(search.limit()), 1);
    }

    private Uni<Page<StoreSummary>> among(Set<UUID> tills, StoreSearch search) {
        Circle around = new Circle(search.near(), 0);
        return stores.all(tills).map(found -> {
            FillingPage page = new FillingPage(search.limit());
            Map<UUID, Store> byId = byId(found);
            found.stream()
                    .filter(open::isOpen)
                    .map(store -> new Nearby(store.id().value(), around.metresTo(store.location())))
                    .sorted(Nearby.NEAREST_FIRST)
                    .filter(place -> Nearby.NEAREST_FIRST.compare(place, search.afterPlace()) > 0)
                    .forEach(place -> page.add(open.summary(byId.get(place.id()), true), cursor(place)));
            return page.page();
        });
    }

    private Uni<Page<StoreSummary>> walk(Nearby after, StoreSearch search, FillingPage page, int round) {
        int limit = search.openOnly()
                ? search.limit().value() * CANDIDATES_PER_ITEM
                : search.limit().plusOne();
        return nearby.after(after, search.near(), limit)
                .call(places -> add(places, search, page))
                .chain(places -> {
                    if (page.isFull() || places.size() < limit) {
                        return Uni.createFrom().item(page.page());
                    }
                    Nearby last = places.get(places.size() - 1);
                    return round < MAX_ROUNDS
                            ? walk(last, search, page, round + 1)
                            : Uni.createFrom().item(page.stoppedAt(cursor(last)));
                });
    }

    private Uni<?> add(List<Nearby> places, StoreSearch search, FillingPage page) {
        return stores.all(places.stream().map(Nearby::id).toList()).invoke(found -> {
            Map<UUID, Store> byId = byId(found);
            for (Nearby place : places) {
                boolean isOpen = open.isOpen(byId.get(place.id()));
                if (isOpen || !search.openOnly()) {
                    page.add(open.summary(byId.get(place.id()), isOpen), cursor(place));
                }
            }
        });
    }

    private static Map<UUID, Store> byId(List<Store> found) {
        return found.stream().collect(Collectors.toMap(store -> store.id().value(), Function.identity()));
    }

    private static String cursor(Nearby place) {
        return StoreSearch.BY_DISTANCE.encode(
                Long.toString(place.metres()), place.id().toString());
    }
}
