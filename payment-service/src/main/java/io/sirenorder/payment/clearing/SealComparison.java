package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.store.TimelineRoot;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Compares the seals that are kept here with what store-service's timelines hash to now. */
@ApplicationScoped
class SealComparison {
    private static final UUID FIRST = new UUID(0, 0);

    private final StoreDaySeals seals;
    private final TimelineApi timelines;

    SealComparison(StoreDaySeals seals, @RestClient TimelineApi timelines) {
        this.seals = seals;
        this.timelines = timelines;
    }

    /** The seals of days from {@code first} on that store-service contradicts; fails while it does not answer. */
    Uni<List<TimelineRoot>> contradicted(LocalDate first) {
        List<TimelineRoot> found = new ArrayList<>();
        return compare(first, FIRST, found).replaceWith(found);
    }

    private Uni<Void> compare(LocalDate first, UUID after, List<TimelineRoot> found) {
        return seals.since(first, after, IdBatch.MOST)
                .chain(kept -> kept.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : differing(kept)
                                .invoke(found::addAll)
                                .chain(() -> compare(first, store(kept.get(kept.size() - 1)), found)));
    }

    private Uni<List<TimelineRoot>> differing(List<TimelineRoot> kept) {
        IdBatch stores =
                new IdBatch(kept.stream().map(SealComparison::store).distinct().toList());
        return RetryOnce.asked(timelines.search(stores)).map(answer -> {
            Set<TimelineRoot> now = new HashSet<>(answer);
            return kept.stream().filter(seal -> !now.contains(seal)).toList();
        });
    }

    private static UUID store(TimelineRoot seal) {
        return seal.storeId().value();
    }
}
