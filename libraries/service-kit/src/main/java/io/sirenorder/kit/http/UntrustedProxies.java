package io.sirenorder.kit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Raises an alarm, once, when a request was forwarded by a peer that is no trusted proxy: all who come through it then count as
 * one address, and share its limits.
 */
@Singleton
class UntrustedProxies {
    private static final Logger LOG = Logger.getLogger(UntrustedProxies.class);
    private static final int FIRST_OF_ROUTES = Integer.MIN_VALUE;

    private final AtomicBoolean alarmed = new AtomicBoolean();

    void install(@Observes @Priority(0) Router router) {
        router.route().order(FIRST_OF_ROUTES).handler(request -> {
            look(request.request());
            request.next();
        });
    }

    private void look(HttpServerRequest request) {
        String forwardedFor = request.getHeader(ForwardedAddresses.HEADER);
        if (forwardedFor == null || alarmed.get()) {
            return;
        }
        String peer = address(request.connection().remoteAddress());
        if (isIgnored(forwardedFor, address(request.remoteAddress()), peer) && alarmed.compareAndSet(false, true)) {
            LOG.errorf(
                    "ALARM: %s sends %s and is not in quarkus.http.proxy.trusted-proxies: all who come through it count as one address",
                    peer, ForwardedAddresses.HEADER);
        }
    }

    /** Whether the address that counts is the peer's, although the peer names another one. */
    static boolean isIgnored(String forwardedFor, String counted, String peer) {
        return counted.equals(peer) && !forwardedFor.equals(peer);
    }

    /** Empty where what a trusted proxy wrote is no address. */
    private static String address(SocketAddress address) {
        return address == null ? "" : Objects.requireNonNullElse(address.hostAddress(), "");
    }
}
