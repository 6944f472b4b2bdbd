package io.sirenorder.feed.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ChangeRetentionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration FIVE_YEARS = Duration.ofDays(1827);

    @Inject
    ChangeRetention retention;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    @BeforeEach
    void empty() {
        pool.query("DELETE FROM changes").execute().await().atMost(LIMIT);
    }

    @Test
    void what_is_older_than_five_years_goes_and_the_rest_stays() {
        add(1_828);
        add(1_826);
        add(0);
        double before = forgotten();
        retention.forget().await().atMost(LIMIT);
        assertThat(ages()).containsExactly(1_826, 0);
        assertThat(forgotten()).isEqualTo(before + 1);
    }

    @Test
    void a_run_deletes_the_oldest_and_no_more_than_its_share() {
        add(2_200);
        add(2_100);
        add(2_000);
        assertThat(retention.forget(FIVE_YEARS, 2).await().atMost(LIMIT)).isEqualTo(2);
        assertThat(ages()).containsExactly(2_000);
    }

    @Test
    void the_database_deletes_nothing_that_is_younger_than_five_years() {
        add(1_825);
        assertThatThrownBy(() ->
                        retention.forget(Duration.ofDays(1_825), 10).await().atMost(LIMIT))
                .hasMessageContaining("1826 days");
        assertThat(retention.forget(Duration.ofDays(1_826), 10).await().atMost(LIMIT))
                .isZero();
        assertThat(ages()).containsExactly(1_825);
    }

    @Test
    void a_service_with_a_shorter_setting_does_not_start() {
        assertThatThrownBy(() -> ChangeRetention.requireLongEnough(Duration.ofDays(1_825)))
                .hasMessageContaining("siren.changes.retention");
        assertThatCode(() -> ChangeRetention.requireLongEnough(Duration.ofDays(1_826)))
                .doesNotThrowAnyException();
    }

    private void add(int days) {
        pool.preparedQuery("""
                        INSERT INTO changes (at, subject, what, changed_by, before, after)
                        VALUES (now() - make_interval(days => $1), 'store:1', 'price', 'operator:1', '{}', '{}')
                        """).execute(Tuple.of(days)).await().atMost(LIMIT);
    }

    /** Ages of what is left, in days, oldest first. */
    private List<Integer> ages() {
        var rows = pool.query("SELECT extract(day FROM now() - at)::int AS age FROM changes ORDER BY id")
                .execute()
                .await()
                .atMost(LIMIT);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getInteger("age"))
                .toList();
    }

    private double forgotten() {
        return meters.get("siren.changes.forgotten").counter().count();
    }
}
