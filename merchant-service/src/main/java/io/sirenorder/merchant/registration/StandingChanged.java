package io.sirenorder.merchant.registration;

import io.sirenorder.kit.problem.Problem;
import java.util.Map;

/** The store's standing does not allow this change; another operator may have changed it. */
public class StandingChanged extends Problem {
    private static final int CONFLICT = 409;

    private final Standing standing;

    StandingChanged(Standing standing) {
        super(CONFLICT, standing.name());
        this.standing = standing;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("standing", standing.name());
    }
}
