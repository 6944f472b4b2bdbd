package io.sirenorder.merchant.registration;

import io.sirenorder.kit.problem.Conflict;
import java.util.Map;

/** The store's standing does not allow this change; another operator may have changed it. */
public class StandingChanged extends Conflict {
    private final Standing standing;

    StandingChanged(Standing standing) {
        super(standing.name());
        this.standing = standing;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("standing", standing.name());
    }
}
