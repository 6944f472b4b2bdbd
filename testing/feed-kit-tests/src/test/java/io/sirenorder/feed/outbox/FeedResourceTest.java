package io.sirenorder.feed.outbox;

import static io.restassured.RestAssured.given;
import static io.sirenorder.feed.Bench.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class FeedResourceTest {
    @Inject
    Bench bench;

    @Inject
    Pool pool;

    @BeforeEach
    void three_beans() {
        String jar = bench.newJar();
        bench.add(jar, "fine", "fine", "fine");
        eventually(() -> assertThat(bench.seen("toy", jar)).hasSize(3));
    }

    @Test
    void gives_what_follows_a_known_event_in_order() {
        get(Map.of("after", 1, "id", idAt(1), "limit", 2))
                .statusCode(200)
                .body("pos", contains(2, 3))
                .body("[0].type", equalTo("bean.added"))
                .body("[0].id", equalTo(idAt(2).toString()))
                .body("[0].body.mood", equalTo("fine"));
        get(Map.of("limit", 1)).statusCode(200).body("pos", contains(1));
    }

    @Test
    void has_nothing_after_its_head() {
        long head = bench.count("SELECT pos FROM feed_head");

        get(Map.of("after", head, "id", idAt(head))).statusCode(200).body("$", hasSize(0));
    }

    @Test
    void refuses_to_go_on_from_an_event_that_it_never_told() {
        get(Map.of("after", 1, "id", UUID.randomUUID())).statusCode(409).body("code", equalTo("feed-diverged"));
        get(Map.of("after", 1_000_000_000, "id", UUID.randomUUID()))
                .statusCode(409)
                .body("code", equalTo("feed-diverged"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"after=-1", "after=5", "limit=0", "limit=201", "after=0&id=00000000-0000-0000-0000-000000000001"
            })
    void refuses_nonsense(String query) {
        given().header("Authorization", Bench.bearer())
                .get("/internal/events?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void is_for_services_only() {
        given().get("/internal/events").then().statusCode(401);
    }

    @Test
    void the_trace_of_a_request_goes_on_in_its_effects() {
        String jar = bench.newJar();
        String trace = "0af7651916cd43dd8448eb211c80319c";

        given().header("Authorization", Bench.bearer())
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .contentType("application/json")
                .body("{\"mood\":\"fine\"}")
                .post("/jars/" + jar + "/beans")
                .then()
                .statusCode(201);

        for (String consumer : List.of("toy", "mirror")) {
            eventually(() -> assertThat(tracesOf(consumer, jar)).containsExactly(trace));
        }
    }

    private List<String> tracesOf(String consumer, String jar) {
        return bench.query(
                "SELECT trace_id FROM effects WHERE consumer = ? AND jar = ?", row -> row.getString(1), consumer, jar);
    }

    @Test
    void a_frozen_transaction_is_ended_by_the_database() {
        String limits = bench.run(() -> pool.query(
                        "SELECT current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' '"
                                + " || current_setting('idle_in_transaction_session_timeout') AS limits")
                .execute()
                .map(rows -> rows.iterator().next().getString("limits")));

        assertThat(limits).isEqualTo("5s 2s 5s");
    }

    private ValidatableResponse get(Map<String, ?> query) {
        return given().header("Authorization", Bench.bearer())
                .queryParams(query)
                .get("/internal/events")
                .then();
    }

    private UUID idAt(long pos) {
        return bench.query("SELECT event_id FROM event_feed WHERE pos = ?", row -> row.getObject(1, UUID.class), pos)
                .get(0);
    }
}
