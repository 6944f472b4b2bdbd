package io.sirenorder.gateway.admission;

import io.sirenorder.gateway.RateLimit;
import io.sirenorder.gateway.session.SocketConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** The rate limit of handshakes on this node, which spreads a reconnect storm over some seconds. */
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
