package io.sirenorder.feed.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ActionRetentionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    ActionRetention retention;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    private final String by = "operator:" + UUID.randomUUID();

    @BeforeEach
    void empty() {
        pool.query("DELETE FROM actions").execute().await().atMost(LIMIT);
    }

    @Test
    void what_is_older_than_two_years_goes_and_the_rest_stays() {
        add(731);
        add(729);
        add(0);
        double before = forgotten();
        retention.forget().await().atMost(LIMIT);
        assertThat(ages()).containsExactly(729, 0);
        assertThat(forgotten()).isEqualTo(before + 1);
    }

    @Test
    void a_run_deletes_the_oldest_and_no_more_than_its_share() {
        add(900);
        add(800);
        add(760);
        assertThat(retention.forget(Duration.ofDays(730), 2).await().atMost(LIMIT))
                .isEqualTo(2);
        assertThat(ages()).containsExactly(760);
    }

    @Test
    void the_database_deletes_nothing_that_is_younger_than_a_year() {
        add(364);
        assertThatThrownBy(
                        () -> retention.forget(Duration.ofDays(364), 10).await().atMost(LIMIT))
                .hasMessageContaining("365 days");
        assertThat(retention.forget(Duration.ofDays(365), 10).await().atMost(LIMIT))
                .isZero();
        assertThat(ages()).containsExactly(364);
    }

    @Test
    void actions_that_are_lost_are_counted_from_the_start() {
        assertThat(meters.find("siren.actions.lost").counter()).isNotNull();
    }

    @Test
    void a_service_with_a_shorter_setting_does_not_start() {
        assertThatThrownBy(() -> ActionRetention.requireLongEnough(Duration.ofDays(364)))
                .hasMessageContaining("siren.actions.retention");
        assertThatCode(() -> ActionRetention.requireLongEnough(Duration.ofDays(365)))
                .doesNotThrowAnyException();
    }

    private void add(int days) {
        pool.preparedQuery("""
                        INSERT INTO actions (at, role, by, what, subject, network, status)
                        VALUES (now() - make_interval(days => $1), 'OPERATOR', $2, 'any', '{}', '192.0.2.0/24', 204)
                        """).execute(Tuple.of(days, by)).await().atMost(LIMIT);
    }

    /** Ages of what is left, in days, oldest first. */
    private List<Integer> ages() {
        var rows = pool.preparedQuery(
                        "SELECT extract(day FROM now() - at)::int AS age FROM actions WHERE by = $1 ORDER BY id")
                .execute(Tuple.of(by))
                .await()
                .atMost(LIMIT);
        return StreamSupport.stream(rows.spliterator(), false)
                .map((Row row) -> row.getInteger("age"))
                .toList();
    }

    private double forgotten() {
        return meters.get("siren.actions.forgotten").counter().count();
    }
}
