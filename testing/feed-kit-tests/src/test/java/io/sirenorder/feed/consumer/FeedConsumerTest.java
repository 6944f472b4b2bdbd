package io.sirenorder.feed.consumer;

import static io.restassured.RestAssured.given;
import static io.sirenorder.feed.Bench.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Mirror;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.background.PollingLoop;
import io.sirenorder.feed.toy.JarDesk;
import io.sirenorder.feed.toy.JarEvent;
import io.sirenorder.feed.toy.Moods;
import io.sirenorder.feed.toy.Shelf;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class FeedConsumerTest {
    @Inject
    Bench bench;

    @Inject
    JarDesk desk;

    @Inject
    Moods moods;

    @Inject
    Shelf shelf;

    @Inject
    Consumers consumers;

    @Inject
    RetryPolicy policy;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Test
    void a_consumer_killed_between_effect_and_cursor_does_the_effect_once() {
        String jar = bench.newJar();
        moods.forbid("deadly");

        bench.add(jar, "fine", "deadly", "fine");

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1, 2, 3));
        eventually(() -> assertThat(bench.seen("mirror", jar)).containsExactly(1, 2, 3));
        assertThat(moods.isUnbearable("deadly")).isFalse();
        assertThat(deadLettersOf(jar)).isEmpty();
    }

    @Test
    void two_competing_consumers_do_each_effect_once_and_in_order() {
        String name = "rivals-" + bench.newJar();
        List<String> jars = Stream.generate(bench::newJar).limit(3).toList();
        List<PollingLoop> rivals =
                Stream.of(rival(name), rival(name), rival(name)).toList();
        rivals.forEach(PollingLoop::wake);

        bench.addMany(jars, 240, 8);
        rivals.forEach(PollingLoop::wake);

        List<Integer> inOrder = IntStream.rangeClosed(1, 80).boxed().toList();
        for (String jar : jars) {
            eventually(() -> assertThat(bench.seen(name, jar)).isEqualTo(inOrder));
        }
        rivals.forEach(PollingLoop::stop);
    }

    @Test
    void a_consumer_prepares_outside_of_the_transaction_and_a_failure_there_holds_its_events_up() {
        String name = "preparing-" + bench.newJar();
        String jar = bench.newJar();
        List<String> calls = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(2);
        FeedListener listener = new FeedListener() {
            @Override
            public String producer() {
                return "toy";
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Uni<Void> prepare(List<Envelope> events) {
                return Uni.createFrom()
                        .deferred(Panache::getSession)
                        .map(session -> "prepare in a session")
                        .onFailure()
                        .recoverWithItem("prepare")
                        .invoke(calls::add)
                        .invoke(this::failTwice)
                        .replaceWithVoid();
            }

            private void failTwice() {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("not now");
                }
            }

            @Override
            public Reactions reactions() {
                return Reactions.none().on(JarEvent.BeanAdded.class, event -> {
                    calls.add("effect");
                    return shelf.write(name, event);
                });
            }
        };
        PollingLoop loop = consumers.loop(listener, new Progress(name, "toy", meters, clock), policy, vertx);
        bench.add(jar, "fine");
        loop.wake();

        eventually(() -> assertThat(bench.seen(name, jar)).containsExactly(1));
        loop.stop();
        assertThat(calls).startsWith("prepare", "prepare", "prepare", "effect").doesNotContain("prepare in a session");
    }

    private PollingLoop rival(String name) {
        FeedListener listener = new FeedListener() {
            @Override
            public String producer() {
                return "toy";
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Reactions reactions() {
                return Reactions.none().on(JarEvent.BeanAdded.class, event -> shelf.write(name, event));
            }
        };
        return consumers.loop(listener, new Progress(name, "toy", meters, clock), policy, vertx);
    }

    @Test
    void a_poison_event_is_parked_with_its_stream_while_others_flow_and_can_be_replayed() {
        String sick = bench.newJar();
        String sound = bench.newJar();
        moods.forbid("poison");

        bench.add(sick, "fine", "poison", "fine", "fine");
        bench.add(sound, "fine");

        eventually(() -> assertThat(bench.seen("toy", sound)).containsExactly(1));
        eventually(() -> assertThat(statesOf(sick)).containsExactly("PARKED", "QUEUED", "QUEUED"));
        assertThat(bench.seen("toy", sick)).containsExactly(1);

        eventually(() -> assertThat(parkedOf(sick)).as("one of each consumer").hasSize(2));
        moods.bear("poison");
        parkedOf(sick).forEach(FeedConsumerTest::replay);

        eventually(() -> assertThat(bench.seen("toy", sick)).containsExactly(1, 2, 3, 4));
        eventually(() -> assertThat(deadLettersOf(sick)).isEmpty());
        bench.add(sick, "fine");
        eventually(() -> assertThat(bench.seen("toy", sick)).containsExactly(1, 2, 3, 4, 5));
        eventually(() ->
                assertThat(bench.count("SELECT min(parked) FROM feed_cursors")).isZero());
    }

    @Test
    void an_event_whose_failure_can_not_be_written_as_it_is_is_parked_all_the_same() {
        String jar = bench.newJar();
        moods.forbid("hollow");
        bench.add(jar, "hollow");
        eventually(() -> assertThat(statesOf(jar)).containsExactly("PARKED"));
        moods.bear("hollow");
        parkedOf(jar).forEach(FeedConsumerTest::replay);
        eventually(() -> assertThat(deadLettersOf(jar)).isEmpty());
    }

    @Test
    void an_event_that_fails_for_a_while_heals_by_itself() {
        String jar = bench.newJar();
        moods.forbid("moody");

        bench.add(jar, "moody", "fine");
        eventually(() -> assertThat(deadLettersOf(jar)).isNotEmpty());
        moods.bear("moody");

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1, 2));
        eventually(() -> assertThat(deadLettersOf(jar)).isEmpty());
    }

    @Test
    void an_event_that_is_too_early_waits_without_being_parked() {
        String jar = bench.newJar();
        moods.forbid("early");

        bench.add(jar, "early", "fine");
        eventually(() -> assertThat(triesOf(jar)).isGreaterThan(5));
        assertThat(statesOf(jar)).containsExactly("EARLY", "QUEUED");
        moods.bear("early");

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1, 2));
    }

    @Test
    void what_a_later_release_tells_is_skipped_and_never_poison() {
        String jar = bench.newJar();
        bench.run(() -> desk.shake(jar));
        tellRaw(jar, "bean.sung-to", "{\"type\":\"bean.sung-to\"}");
        tellRaw(
                jar,
                "bean.added",
                "{\"type\":\"bean.added\",\"jar\":\"%s\",\"beans\":7,\"mood\":\"fine\",\"colour\":\"red\",\"at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(jar));

        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(7));
        assertThat(deadLettersOf(jar)).isEmpty();
    }

    private void tellRaw(String jar, String type, String body) {
        bench.update("""
                INSERT INTO outbox_pending (event_id, stream, stream_ver, type, v, body, at)
                VALUES (?, ?, 1, ?, 2, cast(? AS jsonb), now())
                """, UUID.randomUUID(), "jar:" + jar, type, body);
    }

    @Test
    void a_consumer_whose_producer_was_restored_stops_with_an_alarm_until_an_operator_looks() {
        String before = bench.newJar();
        bench.add(before, "fine");
        eventually(() -> assertThat(bench.seen("mirror", before)).containsExactly(1));
        String jar = bench.newJar();
        UUID right = diverge();

        eventually(() -> assertThat(halted("mirror")).isEqualTo(1));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'feeds' }.data", hasKey("mirror"));
        bench.add(jar, "fine");
        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1));
        assertThat(bench.seen("mirror", jar)).isEmpty();

        bench.update("UPDATE feed_cursors SET event_id = ? WHERE name = 'mirror'", right);
        eventually(() -> assertThat(bench.seen("mirror", jar)).containsExactly(1));
        eventually(() -> assertThat(halted("mirror")).isZero());
    }

    @Test
    void a_feed_that_goes_on_behind_a_gap_is_read_on_by_consumers_that_were_set_there_and_by_those_before_it() {
        String before = bench.newJar();
        bench.add(before, "fine");
        eventually(() -> assertThat(bench.seen("mirror", before)).containsExactly(1));

        Position resumed = bench.query(
                        "SELECT * FROM feed_resume(?)",
                        row -> new Position(row.getLong(1), row.getObject(2, UUID.class)),
                        bench.count("SELECT pos FROM feed_cursors WHERE name = 'mirror'"))
                .get(0);
        bench.update(
                "UPDATE feed_cursors SET pos = ?, event_id = ? WHERE name = 'mirror'", resumed.pos(), resumed.id());

        String jar = bench.newJar();
        bench.add(jar, "fine", "fine");
        eventually(() -> assertThat(bench.seen("mirror", jar)).containsExactly(1, 2));
        eventually(() -> assertThat(bench.seen("toy", jar)).containsExactly(1, 2));
        assertThat(bench.count("SELECT min(pos) FROM event_feed WHERE stream = 'jar:" + jar + "'"))
                .isEqualTo(resumed.pos() + 1);
    }

    private double halted(String consumer) {
        return meters.get("siren.feed.halted").tag("consumer", consumer).gauge().value();
    }

    private UUID diverge() {
        List<UUID> before = bench.query("""
                WITH old AS (SELECT event_id FROM feed_cursors WHERE name = 'mirror' FOR UPDATE)
                UPDATE feed_cursors SET event_id = gen_random_uuid() FROM old WHERE name = 'mirror'
                RETURNING old.event_id
                """, row -> row.getObject(1, UUID.class));
        return before.get(0);
    }

    @Test
    void a_dead_letter_that_does_not_exist_can_not_be_replayed() {
        given().header("Authorization", Bench.bearer())
                .post("/internal/dead-letters/999999999/replay")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().header("Authorization", Bench.bearer())
                .get("/internal/dead-letters?limit=5")
                .then()
                .statusCode(200);
        given().get("/internal/dead-letters").then().statusCode(401);
    }

    @Test
    void operators_see_what_waits_and_how_far_each_consumer_is() {
        given().auth()
                .oauth2(Tokens.operator())
                .get("/dead-letters/toy?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", lessThanOrEqualTo(2));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/vitals/toy")
                .then()
                .statusCode(200)
                .body("service", equalTo("toy"))
                .body("version", matchesPattern("\\d+\\.\\d+\\.\\d+.*"))
                .body("consumers.consumer", hasItems("toy", "mirror", "notifications"));
        for (String path : List.of("/vitals/store", "/dead-letters/store")) {
            given().auth().oauth2(Tokens.operator()).get(path).then().statusCode(404);
        }
        for (String path : List.of("/vitals/toy", "/dead-letters/toy")) {
            given().auth().oauth2(Tokens.buyer("kim")).get(path).then().statusCode(403);
            given().get(path).then().statusCode(401);
        }
    }

    private static void replay(long id) {
        given().auth()
                .oauth2(Tokens.operator())
                .post("/dead-letters/toy/" + id + "/replay")
                .then()
                .statusCode(202);
    }

    private List<Long> deadLettersOf(String jar) {
        return bench.query("SELECT id FROM dead_letters WHERE stream = ?", row -> row.getLong(1), "jar:" + jar);
    }

    private List<Long> parkedOf(String jar) {
        return bench.query(
                "SELECT id FROM dead_letters WHERE state = 'PARKED' AND stream = ?",
                row -> row.getLong(1),
                "jar:" + jar);
    }

    private List<String> statesOf(String jar) {
        return bench.query(
                "SELECT state FROM dead_letters WHERE consumer = 'toy' AND stream = ? ORDER BY pos",
                row -> row.getString(1),
                "jar:" + jar);
    }

    private long triesOf(String jar) {
        return bench.count(
                "SELECT coalesce(max(tries), 0) FROM dead_letters WHERE consumer = 'toy' AND stream = ?", "jar:" + jar);
    }
}
