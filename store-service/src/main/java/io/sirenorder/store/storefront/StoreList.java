package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.store.presence.StorePresence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Stores to be read: one, or many a page at a time. */
@ApplicationScoped
class StoreList {
    private static final int CANDIDATES_PER_ITEM = 5;

    private final Stores stores;
    private final NearestFirst nearest;
    private final OpenStores open;
    private final StorePresence live;

    StoreList(Stores stores, NearestFirst nearest, OpenStores open, StorePresence live) {
        this.stores = stores;
        this.nearest = nearest;
        this.open = open;
        this.live = live;
    }

    /** One store, with whether it is open now. */
    Uni<StoreDetail> detail(StoreId id) {
        return Panache.withSession(() -> stores.get(id))
                .chain(store -> open.look(store).map(store::detail));
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
            found.forEach(store -> page.add(store.summary(open.isOpen(store)), cursor(store)));
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
                    .forEach(store -> page.add(store.summary(true), cursor(store)));
            UUID last = candidates.get(candidates.size() - 1);
            return page.isFull() ? Uni.createFrom().item(page.page()) : open(last, search, page);
        });
    }

    private static String cursor(Store store) {
        return PageCursor.encode(store.id().toString());
    }
}
