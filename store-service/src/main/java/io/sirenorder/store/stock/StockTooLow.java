package io.sirenorder.store.stock;

import io.sirenorder.kit.problem.Problem;
import java.util.Map;

/** Fewer pieces are left than were to be taken away. */
public class StockTooLow extends Problem {
    private static final int CONFLICT = 409;

    private final int remaining;

    public StockTooLow(int remaining) {
        super(CONFLICT, remaining);
        this.remaining = remaining;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("remaining", remaining);
    }
}
