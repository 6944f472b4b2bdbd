package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.BadRequest;
import java.util.List;
import java.util.Map;

/** The client did not offer a subprotocol that we speak. */
class SubprotocolRequired extends BadRequest {
    SubprotocolRequired() {
        super(UpgradeCheck.SUBPROTOCOL);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("supported", List.of(UpgradeCheck.SUBPROTOCOL));
    }
}
