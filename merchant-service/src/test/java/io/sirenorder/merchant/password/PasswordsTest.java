package io.sirenorder.merchant.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords without a server around them. */
class PasswordsTest {
    private static final int COST = 8;

    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(config());

    private static PasswordConfig config() {
        return new PasswordConfig() {
            @Override
            public int cost() {
                return COST;
            }

            @Override
            public int threads() {
                return 2;
            }

            @Override
            public int waiting() {
                return 4;
            }

            @Override
            public int newThreads() {
                return 2;
            }

            @Override
            public int newWaiting() {
                return 4;
            }
        };
    }

    @AfterEach
    void stop() {
        passwords.stop();
        vertx.close();
    }

    /** On an event loop, where requests are served. */
    private <T> CompletableFuture<T> start(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(ready -> Uni.createFrom()
                        .deferred(work::get)
                        .subscribe()
                        .with(result::complete, result::completeExceptionally));
        return result;
    }

    private <T> T await(Supplier<Uni<T>> work) {
        return start(work).orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void a_hash_is_the_passwords_own_and_never_the_same_twice() {
        String hash = await(() -> passwords.hash("correct horse"));

        assertThat(await(() -> passwords.hash("correct horse"))).isNotEqualTo(hash);
        assertThat(await(() -> passwords.matches("correct horse", Optional.of(hash))))
                .isTrue();
        assertThat(await(() -> passwords.matches("Correct horse", Optional.of(hash))))
                .isFalse();
        assertThat(await(() -> passwords.matches("correct horse", Optional.empty())))
                .isFalse();
    }

    @Test
    void a_password_that_bcrypt_would_cut_matches_nothing() {
        String cut = BcryptUtil.bcryptHash("가".repeat(24) + "AAAA", COST);

        assertThat(await(() -> passwords.matches("가".repeat(24) + "ZZZZ", Optional.of(cut))))
                .isFalse();
    }

    @Test
    void new_passwords_that_queue_up_keep_no_login_waiting() {
        String hash = await(() -> passwords.hash("correct horse"));
        List<CompletableFuture<String>> registrations = new ArrayList<>();
        for (int nth = 0; nth < 30; nth++) {
            registrations.add(start(() -> passwords.hash("correct horse")));
        }
        assertThat(await(() -> passwords.matches("correct horse", Optional.of(hash))))
                .isTrue();
        assertThat(registrations.stream().filter(PasswordsTest::isRefused)).isNotEmpty();
    }

    @Test
    void an_unknown_merchant_takes_as_long_as_a_known_one() {
        Optional<String> hash = Optional.of(await(() -> passwords.hash("correct horse")));
        Duration somebody = Duration.ZERO;
        Duration nobody = Duration.ZERO;
        for (int turn = 0; turn < 20; turn++) {
            somebody = somebody.plus(hashing(() -> await(() -> passwords.matches("wrong horse", hash))));
            nobody = nobody.plus(hashing(() -> await(() -> passwords.matches("wrong horse", Optional.empty()))));
        }

        assertThat(nobody).isBetween(somebody.dividedBy(2), somebody.multipliedBy(2));
    }

    /** Processor time of the threads that hash, so that other work on the machine does not count. */
    private static Duration hashing(Runnable work) {
        long before = hashed();
        work.run();
        return Duration.ofNanos(hashed() - before);
    }

    private static long hashed() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("bcrypt-login"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    @Test
    void more_than_may_wait_are_sent_away_at_once() {
        List<CompletableFuture<String>> hashes = new ArrayList<>();
        for (int nth = 0; nth < 30; nth++) {
            hashes.add(start(() -> passwords.hash("correct horse")));
        }

        long refused = hashes.stream().filter(PasswordsTest::isRefused).count();

        assertThat(refused).isBetween(1L, 30L - 6);
    }

    private static boolean isRefused(CompletableFuture<String> hash) {
        try {
            return hash.get().isEmpty();
        } catch (ExecutionException e) {
            return e.getCause() instanceof TooManyRequests;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
