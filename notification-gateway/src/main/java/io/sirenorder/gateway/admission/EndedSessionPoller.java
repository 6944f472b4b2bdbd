package io.sirenorder.gateway.admission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.contracts.merchant.EndedSession;
import io.sirenorder.gateway.session.EndedSessionCache;
import io.sirenorder.gateway.session.SocketConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks merchant-service every few seconds which sessions ended; the socket sweeper closes their sockets. */
@ApplicationScoped
class EndedSessionPoller {
    private static final Logger LOG = Logger.getLogger(EndedSessionPoller.class);
    /** Transactions may commit out of the order of their times. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MerchantSessionsApi merchants;
    private final EndedSessionCache ended;
    private final SocketConfig config;
    private final Vertx vertx;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean failing;
    private volatile Instant newest;
    private long timer;

    EndedSessionPoller(
            @RestClient MerchantSessionsApi merchants, EndedSessionCache ended, SocketConfig config, Vertx vertx) {
        this.merchants = merchants;
        this.ended = ended;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.endedSessionsEvery().toMillis(), each -> ask());
        ask();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void ask() {
        if (asking.compareAndSet(false, true)) {
            merchants
                    .since(newest == null ? null : newest.minus(OVERLAP).toString())
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .subscribe()
                    .with(this::answered, this::failed);
        }
    }

    private void answered(List<EndedSession> news) {
        ended.add(news);
        news.stream().map(EndedSession::at).max(Instant::compareTo).ifPresent(at -> newest = at);
        failing = false;
        asking.set(false);
    }

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf("Ended sessions are not known, asking again: %s", failure);
        }
        failing = true;
        asking.set(false);
    }
}
