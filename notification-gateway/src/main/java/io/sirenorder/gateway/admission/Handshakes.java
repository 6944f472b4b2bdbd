package io.sirenorder.gateway.admission;

import io.sirenorder.gateway.session.RateLimit;
import io.sirenorder.gateway.session.SocketConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** How many handshakes this node takes: a storm is better spread over some seconds than lost. */
@ApplicationScoped
class Handshakes {
    private final RateLimit limit;

    Handshakes(SocketConfig config) {
        limit = new RateLimit(config.handshakesPerSecond(), config.handshakesPerSecond(), System.nanoTime());
    }

    synchronized boolean admitsOne() {
        return limit.admits(System.nanoTime());
    }
}
