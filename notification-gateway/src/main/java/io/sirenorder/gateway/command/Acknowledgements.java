package io.sirenorder.gateway.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.time.Backoff;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Forwards acknowledgements to their owner: gathered by recipient, one request per recipient at a time, repeated until the
 * owner has taken them or they are too old.
 */
@Startup
@ApplicationScoped
public class Acknowledgements {
    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);

    private static final Set<Integer> AUTHORISATION = Set.of(401, 403);

    private final Map<Recipient, AckBundle> bundles = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CommandApi owner;
    private final AckConfig config;
    private final Backoff backoff;
    private final Vertx vertx;
    private final Timer timer;
    private final Counter givenUp;

    Acknowledgements(@RestClient CommandApi owner, AckConfig config, Vertx vertx, MeterRegistry meters) {
        this.owner = owner;
        this.config = config;
        this.backoff = new Backoff(config.minBackoff(), config.maxBackoff());
        this.vertx = vertx;
        this.timer = meters.timer("siren.gateway.ack");
        this.givenUp = meters.counter("siren.gateway.acks.given.up");
        meters.gauge("siren.gateway.unacked", waiting);
    }

    /** The number that has not been taken yet. */
    public int waiting() {
        return waiting.get();
    }

    /** Takes them; they are sent soon. */
    public synchronized void add(Recipient recipient, Collection<String> keys) {
        AckBundle bundle = bundles.get(recipient);
        if (bundle == null) {
            bundle = new AckBundle(recipient);
            bundles.put(recipient, bundle);
            sendIn(config.gather(), bundle);
        }
        for (String key : keys) {
            if (waiting.get() >= config.most()) {
                givenUp.increment();
            } else if (bundle.add(key, System.nanoTime())) {
                waiting.incrementAndGet();
            }
        }
    }

    private void sendIn(Duration pause, AckBundle bundle) {
        vertx.setTimer(Math.max(1, pause.toMillis()), id -> send(bundle));
    }

    private void send(AckBundle bundle) {
        Map<String, Long> batch = next(bundle);
        if (batch.isEmpty()) {
            return;
        }
        owner.acknowledge(new CommandApi.Acknowledgement(
                        bundle.recipient(), batch.keySet().stream().toList()))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .subscribe()
                .with(done -> taken(bundle, batch), failure -> failed(bundle, batch, failure));
    }

    /** The keys to send now; a bundle that has become empty is forgotten. */
    private synchronized Map<String, Long> next(AckBundle bundle) {
        int old = bundle.dropOlderThan(System.nanoTime() - config.keep().toNanos());
        waiting.addAndGet(-old);
        givenUp.increment(old);
        if (bundle.isEmpty()) {
            bundles.remove(bundle.recipient());
        }
        return bundle.first(config.batch());
    }

    private synchronized void taken(AckBundle bundle, Map<String, Long> batch) {
        batch.values().forEach(since -> timer.record(Duration.ofNanos(System.nanoTime() - since)));
        waiting.addAndGet(-bundle.remove(batch.keySet()));
        bundle.succeeded();
        sendIn(Duration.ZERO, bundle);
    }

    /** Acknowledgements that their owner refuses for good are not sent again, so that they do not hold up the others. */
    private synchronized void failed(AckBundle bundle, Map<String, Long> batch, Throwable failure) {
        if (failure instanceof NeighbourProblem refusal && !AUTHORISATION.contains(refusal.status())) {
            LOG.errorf("Acknowledgements of %s are refused: %s", bundle.recipient(), refusal.getMessage());
            waiting.addAndGet(-bundle.remove(batch.keySet()));
            givenUp.increment(batch.size());
            sendIn(Duration.ZERO, bundle);
        } else {
            retry(bundle, failure);
        }
    }

    private void retry(AckBundle bundle, Throwable failure) {
        Duration pause = bundle.failed(backoff);
        LOG.warnf("Acknowledgements are not taken, again in %d ms: %s", pause.toMillis(), failure);
        sendIn(pause, bundle);
    }
}
