package io.sirenorder.feed.outbox;

import static io.sirenorder.feed.Bench.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.feed.toy.JarDesk;
import io.sirenorder.feed.toy.JarEvent;
import io.sirenorder.testkit.SirenTestResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class OutboxTest {
    @Inject
    Bench bench;

    @Inject
    JarDesk desk;

    @Inject
    Outbox outbox;

    @Test
    void concurrent_writers_keep_the_order_of_each_stream_in_dense_positions() {
        List<String> jars = Stream.generate(bench::newJar).limit(5).toList();
        long before = bench.count("SELECT pos FROM feed_head");

        bench.addMany(jars, 300, 16);

        List<Integer> inOrder = IntStream.rangeClosed(1, 60).boxed().toList();
        for (String jar : jars) {
            eventually(() -> assertThat(bench.seen("toy", jar)).isEqualTo(inOrder));
            eventually(() -> assertThat(bench.seen("mirror", jar)).isEqualTo(inOrder));
            assertThat(versions(jar)).isEqualTo(inOrder);
        }
        List<Long> positions =
                bench.query("SELECT pos FROM event_feed WHERE pos > ? ORDER BY pos", row -> row.getLong(1), before);
        assertThat(positions)
                .hasSizeGreaterThanOrEqualTo(300)
                .isEqualTo(LongStream.rangeClosed(before + 1, before + positions.size())
                        .boxed()
                        .toList());
    }

    private List<Integer> versions(String jar) {
        return bench.query(
                "SELECT stream_ver FROM event_feed WHERE stream = ? ORDER BY pos", row -> row.getInt(1), "jar:" + jar);
    }

    @Test
    void an_event_whose_writer_died_between_commit_and_stamp_is_found_by_the_sweep() {
        String jar = bench.newJar();

        bench.update(
                """
                INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at)
                VALUES (?, ?, 1, 'bean.added', cast(? AS jsonb), now())
                """,
                UUID.randomUUID(),
                "jar:" + jar,
                "{\"type\":\"bean.added\",\"jar\":\"%s\",\"beans\":1,\"mood\":\"fine\",\"at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(jar));

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1));
        assertThat(bench.count("SELECT count(*) FROM outbox_pending")).isZero();
    }

    @Test
    void an_event_is_never_refused_for_a_character_that_the_database_can_not_hold() {
        String jar = bench.newJar();
        bench.add(jar, "fi\0ne");
        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1));
        assertThat(bench.query(
                        "SELECT body->>'mood' FROM event_feed WHERE stream = ?", row -> row.getString(1), "jar:" + jar))
                .containsExactly("fi\ufffdne");
    }

    @Test
    void a_change_that_is_rolled_back_has_no_event() {
        String jar = bench.newJar();

        assertThatThrownBy(() -> bench.run(() -> desk.addAndFail(jar))).hasMessageContaining("changed its mind");
        bench.add(jar, "fine");

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1));
        assertThat(bench.count("SELECT count(*) FROM event_feed WHERE stream = ?", "jar:" + jar))
                .isEqualTo(1);
    }

    @Test
    void a_companion_is_committed_with_its_event_or_not_at_all() {
        String jar = bench.newJar();
        bench.add(jar, "fine");
        Companion more = Companion.of("more AS (UPDATE jars SET beans = beans + $9 WHERE id = $8)", jar, 3)
                .and(
                        ", worn AS (UPDATE jars SET version = version + 7 WHERE id = $10 AND $11::text IS NULL)",
                        "none",
                        null);
        JarEvent event = new JarEvent.JarShaken(jar, Instant.now());

        bench.run(() -> Panache.withTransaction(() -> outbox.add(event, 2, more)));
        assertThatThrownBy(() -> bench.run(() -> Panache.withTransaction(() -> outbox.add(event, 3, more)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed its mind"))))))
                .hasMessageContaining("changed its mind");

        assertThat(bench.count("SELECT beans FROM jars WHERE id = ?", jar)).isEqualTo(4);
        eventually(() -> assertThat(versions(jar)).containsExactly(1, 2));
    }

    @Test
    void the_changed_row_is_locked_before_its_event_gets_a_place() {
        String jar = bench.newJar();
        bench.add(jar, "fine");

        Integer beansBehindTheEvent = bench.run(() -> Panache.withTransaction(() -> Panache.getSession()
                .invoke(session -> session.setFlushMode(FlushMode.MANUAL))
                .call(() -> desk.add(jar, "fine"))
                .chain(session -> session.createNativeQuery("SELECT beans FROM jars WHERE id = :id", Integer.class)
                        .setParameter("id", jar)
                        .getSingleResult())));

        assertThat(beansBehindTheEvent).isEqualTo(2);
    }

    @Test
    void an_event_needs_the_transaction_of_its_change() {
        JarEvent event = new JarEvent.JarShaken("none", Instant.now());

        assertThatThrownBy(() -> bench.run(() -> outbox.add(event, 1))).isInstanceOf(IllegalStateException.class);
    }
}
