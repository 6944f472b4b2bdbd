package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.Conflict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The store takes no orders now: outside its hours, closed or paused by its merchant, suspended, or without a till. */
public class StoreClosed extends Conflict {
    private final transient Optional<Instant> until;

    /** Adds as {@code until} when it takes orders again, where that is known. */
    public StoreClosed(Optional<Instant> until) {
        this.until = until;
    }

    @Override
    public Map<String, Object> extensions() {
        return until.<Map<String, Object>>map(at -> Map.of("until", at)).orElseGet(Map::of);
    }
}
