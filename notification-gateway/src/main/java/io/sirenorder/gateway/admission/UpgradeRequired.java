package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;
import java.util.Map;

/** The client asked for another version of the WebSocket protocol than that of RFC 6455. */
class UpgradeRequired extends Problem {
    private static final int STATUS = 426;

    UpgradeRequired() {
        super(STATUS, UpgradeCheck.WEBSOCKET_VERSION);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "Sec-WebSocket-Version",
                UpgradeCheck.WEBSOCKET_VERSION,
                "Upgrade",
                "websocket",
                "Connection",
                "Upgrade");
    }
}
