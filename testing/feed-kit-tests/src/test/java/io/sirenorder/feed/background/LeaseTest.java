package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void a_lease_is_renewed_until_the_work_is_done_though_a_renewal_fails() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Lease lease = new Lease(vertx, Duration.ofMillis(40));
        Uni<Void> renewal = Uni.createFrom().deferred(() -> {
            if (tries.incrementAndGet() == 3) {
                work.complete("done");
            }
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
        });

        assertThat(lease.hold(() -> renewal, () -> Uni.createFrom().completionStage(work))
                        .await()
                        .atMost(PATIENCE))
                .isEqualTo("done");
        assertThat(tries).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void a_write_is_repeated_until_the_database_is_back() {
        Lease lease = new Lease(vertx, Duration.ofMinutes(1));
        assertThat(lease.write(() -> failing(3)).await().atMost(PATIENCE)).isEqualTo("written");
        assertThat(tries).hasValue(4);
    }

    @Test
    void a_write_is_given_up_when_the_lease_has_run_out() {
        Lease lease = new Lease(vertx, Duration.ofMillis(100));
        assertThatThrownBy(() ->
                        lease.write(() -> failing(Integer.MAX_VALUE)).await().atMost(PATIENCE))
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void a_write_that_is_refused_is_not_repeated() {
        Lease lease = new Lease(vertx, Duration.ofMinutes(1));
        assertThatThrownBy(() -> lease.write(() -> {
                            tries.incrementAndGet();
                            return Uni.createFrom().failure(new NotFound());
                        })
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(NotFound.class);
        assertThat(tries).hasValue(1);
    }

    private Uni<String> failing(int times) {
        return tries.incrementAndGet() <= times
                ? Uni.createFrom().failure(new ConnectException("Connection refused"))
                : Uni.createFrom().item("written");
    }
}
