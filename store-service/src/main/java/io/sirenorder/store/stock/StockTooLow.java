package io.sirenorder.store.stock;

import io.sirenorder.kit.problem.Conflict;
import java.util.Map;

/** Fewer pieces are left than were to be taken away. */
public class StockTooLow extends Conflict {
    private final int remaining;

    public StockTooLow(int remaining) {
        super(remaining);
        this.remaining = remaining;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("remaining", remaining);
    }
}
