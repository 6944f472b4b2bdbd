package io.sirenorder.kit.identity;

import io.vertx.core.Vertx;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keys fetched in the background, over and over: a removed key is refused after one round, a new one known at once. */
final class FetchedKeys implements KeyRing {
    private static final Logger LOG = Logger.getLogger(FetchedKeys.class);

    private final String issuerName;
    private final KeySource source;
    private final Vertx vertx;
    private final IdentityConfig config;
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile Map<String, PublicKey> keys;
    private volatile boolean failing;
    private volatile long lastFetch = Long.MIN_VALUE;

    FetchedKeys(String issuerName, KeySource source, Vertx vertx, IdentityConfig config) {
        this.issuerName = issuerName;
        this.source = source;
        this.vertx = vertx;
        this.config = config;
    }

    /** Begins to fetch, at once. */
    void start() {
        fetch();
        vertx.setPeriodic(config.poll().toMillis(), timer -> fetch());
    }

    @Override
    public boolean isLoaded() {
        return keys != null;
    }

    @Override
    public PublicKey find(String keyId) {
        PublicKey key = keys.get(keyId);
        if (key == null && isOlderThan(config.unknownKeyPoll())) {
            fetch();
        }
        return key;
    }

    private boolean isOlderThan(Duration age) {
        return System.nanoTime() - lastFetch > age.toNanos();
    }

    private void fetch() {
        if (fetching.compareAndSet(false, true)) {
            lastFetch = System.nanoTime();
            source.fetch().onSuccess(this::take).onFailure(this::failed).onComplete(done -> fetching.set(false));
        }
    }

    private void take(Map<String, PublicKey> fetched) {
        if (keys == null || failing) {
            LOG.infof("Keys of %s are here: %d", issuerName, fetched.size());
        }
        keys = fetched;
        failing = false;
    }

    private void failed(Throwable cause) {
        if (!failing) {
            LOG.warnf("Keys of %s can't be fetched: %s", issuerName, cause.getMessage());
        }
        failing = true;
        if (keys == null) {
            vertx.setTimer(config.firstPoll().toMillis(), timer -> fetch());
        }
    }
}
