package io.sirenorder.feed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sirenorder.embedded.Ports;
import java.util.Map;

/** Makes the service under test a neighbour of itself, so that it is also heard over REST. */
public class Mirror implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String port = Integer.toString(Ports.anyFree());
        return Map.of("quarkus.http.test-port", port, "siren.neighbours.mirror.url", "http://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        // a port without a listener needs no end
    }
}
