package io.sirenorder.merchant.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bcrypt on few threads of its own, logins and new passwords apart: a hash takes the time of a hundred requests. */
@ApplicationScoped
public class Passwords {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int cost;
    private final String decoy;
    private final ExecutorService logins;
    private final ExecutorService newPasswords;

    Passwords(PasswordConfig config) {
        this.cost = config.cost();
        this.decoy = BcryptUtil.bcryptHash("compared where there is no merchant", cost);
        this.logins = workers("login", config.threads(), config.waiting());
        this.newPasswords = workers("new", config.newThreads(), config.newWaiting());
    }

    private static ExecutorService workers(String name, int threads, int waiting) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                work -> new Thread(work, "bcrypt-" + name));
    }

    /** The hash of a password, whose rules ({@link PasswordRules}) the caller has checked. */
    public Uni<String> hash(String password) {
        return work(newPasswords, () -> BcryptUtil.bcryptHash(password, cost));
    }

    /** Whether the password has that hash; takes as long without a hash, so that time does not tell who exists. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return work(
                logins,
                () -> BcryptUtil.matches(password, hash.orElse(decoy))
                        && hash.isPresent()
                        && PasswordRules.fits(password));
    }

    private static <T> Uni<T> work(ExecutorService workers, Supplier<T> hashing) {
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
        logins.shutdownNow();
        newPasswords.shutdownNow();
    }
}
