package io.sirenorder.coupon.menu;

import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.problem.Conflict;
import java.util.Map;

/** The menu or the store does not have the item, or not with these choices; {@code because} is the store's problem. */
public class NotSold extends Conflict {
    private final String because;

    NotSold(Throwable refusal) {
        initCause(refusal);
        this.because = refusal instanceof NeighbourProblem problem ? problem.code() : "";
    }

    /** The code of the store's problem, {@code item-unavailable} for instance, where it gave one. */
    @Override
    public Map<String, Object> extensions() {
        return because.isEmpty() ? Map.of() : Map.of("because", because);
    }
}
