package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;
import java.util.List;
import java.util.Map;

/** The client did not offer a subprotocol that we speak. */
class SubprotocolRequired extends Problem {
    private static final int STATUS = 400;

    SubprotocolRequired() {
        super(STATUS, UpgradeCheck.SUBPROTOCOL);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("supported", List.of(UpgradeCheck.SUBPROTOCOL));
    }
}
