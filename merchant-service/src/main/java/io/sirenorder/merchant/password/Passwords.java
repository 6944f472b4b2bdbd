package io.sirenorder.merchant.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bcrypt on few threads of its own: a hash takes as long as a hundred requests, and must not stop them. */
@ApplicationScoped
public class Passwords {
    public static final int SHORTEST = 8;
    /** Bcrypt reads no further: a longer password would be open to all that begin alike. */
    public static final int MOST_BYTES = 72;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int cost;
    private final String nobody;
    private final ExecutorService workers;

    Passwords(PasswordConfig config) {
        this.cost = config.cost();
        this.nobody = BcryptUtil.bcryptHash("nobody has this password", cost);
        this.workers = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                work -> new Thread(work, "bcrypt"));
    }

    /** The hash of a password that may be chosen; {@link InvalidRequest} if it may not. */
    public Uni<String> hash(String password) {
        check(password);
        return work(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /** Whether it is the one; takes as long when there is none, so that time does not tell who exists. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return work(() -> BcryptUtil.matches(password, hash.orElse(nobody)) && hash.isPresent() && fits(password));
    }

    private static void check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidRequest("password", "must have at least " + SHORTEST + " characters");
        }
        if (!fits(password)) {
            throw new InvalidRequest("password", "must have at most " + MOST_BYTES + " bytes in UTF-8");
        }
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private <T> Uni<T> work(Supplier<T> hashing) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(hashing)
                .runSubscriptionOn(workers)
                .emitOn(then -> context.runOnContext(ready -> then.run()))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new TooManyRequests(RETRY_AFTER));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
