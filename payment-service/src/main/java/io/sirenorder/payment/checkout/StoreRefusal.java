package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Conflict;
import java.util.Map;

/** A conflict that store-service found, with the members that it gave: free times, lines, remaining pieces. */
abstract class StoreRefusal extends Conflict {
    private final transient Map<String, Object> members;

    StoreRefusal(Map<String, Object> members) {
        this.members = members;
    }

    @Override
    public Map<String, Object> extensions() {
        return members;
    }
}
