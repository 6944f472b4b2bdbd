package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class LifeTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(5));
    /** Less than what a lost line is granted, and than the rest of a presence that is not renewed. */
    private static final Eventually BEFORE_ANY_LAPSE = Eventually.within(Duration.ofMillis(1_500));

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    private final TestUser merchant = TestUser.merchant();

    @Test
    void operators_see_how_the_gateway_is() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.operator())
                    .get("/vitals/gateway")
                    .then()
                    .statusCode(200)
                    .body("service", equalTo("gateway"))
                    .body("version", matchesPattern("\\d+\\.\\d+\\.\\d+.*"))
                    .body("merchantSockets", greaterThanOrEqualTo(1))
                    .body("subscriptionUp", equalTo(true));
            RestAssured.given()
                    .auth()
                    .oauth2(merchant.token())
                    .get("/vitals/gateway")
                    .then()
                    .statusCode(403);
            RestAssured.get("/vitals/gateway").then().statusCode(401);
        }
    }

    @Test
    void a_newer_token_keeps_a_socket_open() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token(Duration.ofSeconds(3)))) {
            till.welcome();
            till.send("{'t':'session.refresh','id':'r-1','d':{'token':'" + merchant.token() + "'}}");
            JsonNode reply = till.next("reply");
            assertThat(reply.path("ok").asBoolean()).isTrue();
            assertThat(reply.path("d").path("tokenExpires").asText()).isNotEmpty();
            Eventually.within(Duration.ofSeconds(4))
                    .stays(() -> assertThat(till.isOpen()).isTrue());
        }
    }

    @Test
    void a_token_of_another_person_or_a_bad_one_does_not_renew_a_socket() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            till.send("{'t':'session.refresh','id':'r-1','d':{'token':'"
                    + TestUser.merchant().token() + "'}}");
            assertThat(till.next("reply").path("error").path("code").asText()).isEqualTo("token-mismatch");
            for (String bad : new String[] {"{}", "{'token':7}", "{'token':'a.b.c'}"}) {
                till.send("{'t':'session.refresh','id':'r-2','d':" + bad + "}");
                assertThat(till.next("reply").path("error").path("code").asText())
                        .isEqualTo("invalid-token");
            }
            till.send("{'t':'session.refresh','id':'r-3'}");
            assertThat(till.next("reply").path("ok").asBoolean(true)).isFalse();
            assertThat(till.isOpen()).isTrue();
        }
    }

    @Test
    void a_device_that_connects_again_supersedes_itself_and_no_other() {
        try (Peer first = Peer.open(base, "/ws/merchant?device=till-1", merchant.token());
                Peer other = Peer.open(base, "/ws/merchant?device=till-2", merchant.token())) {
            first.welcome();
            other.welcome();
            try (Peer again = Peer.open(base, "/ws/merchant?device=till-1", merchant.token())) {
                again.welcome();
                assertThat(first.closeCode()).isEqualTo(CloseReason.SUPERSEDED.code());
                post.order(merchant.self(), "o-1");
                again.next("order.placed");
                other.next("order.placed");
            }
        }
    }

    @Test
    void a_client_that_cannot_see_pings_hears_heartbeats() {
        try (Peer page = Peer.open(base, "/ws/merchant?hb=1", merchant.token())) {
            page.welcome();
            assertThat(page.next("hb").path("ts").asLong()).isPositive();
            page.send("{'t':'hb'}");
            page.next("hb");
        }
    }

    @Test
    void a_peer_that_answers_pings_stays() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            Eventually.within(Duration.ofSeconds(3))
                    .stays(() -> assertThat(till.isOpen()).isTrue());
        }
    }

    @Test
    void presence_lasts_as_long_as_the_socket_and_a_little_longer_if_it_drops() {
        Peer till = Peer.open(base, "/ws/merchant", merchant.token());
        till.welcome();
        SOON.that(() -> assertThat(present()).isEqualTo(1));
        double first = latest().toDouble();
        Eventually.within(Duration.ofSeconds(2))
                .stays(() -> assertThat(present()).isEqualTo(1));
        SOON.that(() -> assertThat(latest().toDouble()).as("renewed again").isGreaterThan(first + 1_000));
        till.drop();
        Eventually.within(Duration.ofMillis(500))
                .stays(() -> assertThat(present()).isEqualTo(1));
        SOON.that(() -> assertThat(present()).isZero());
    }

    @Test
    void presence_ends_at_once_with_a_farewell_and_only_for_that_socket() {
        try (Peer one = Peer.open(base, "/ws/merchant", merchant.token());
                Peer two = Peer.open(base, "/ws/merchant", merchant.token())) {
            one.welcome();
            two.welcome();
            SOON.that(() -> assertThat(present()).isEqualTo(2));
            one.send("{'t':'session.bye'}");
            assertThat(one.closeCode()).isEqualTo(1000);
            BEFORE_ANY_LAPSE.that(() -> assertThat(present()).isEqualTo(1));
            two.send("{'t':'session.bye'}");
            BEFORE_ANY_LAPSE.that(() -> assertThat(latest()).isNull());
        }
    }

    @Test
    void buyers_are_not_reported() {
        TestUser buyer = TestUser.buyer();
        try (Peer phone = Peer.open(base, "/ws/buyer", buyer.token())) {
            phone.welcome();
            assertThat(post.call(Request.cmd(Command.EXISTS).arg(Presence.key(buyer.self())))
                            .toInteger())
                    .isZero();
        }
    }

    @Test
    void health_and_metrics_tell_of_sockets() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            post.order(merchant.self(), "o-1");
            till.next("order.placed");
            assertThat(RestAssured.get("/q/health/ready").asString()).contains("\"gateway\"", "\"feed\": \"up\"");
            assertThat(RestAssured.get("/q/metrics").asString())
                    .contains(
                            "siren_gateway_connections{role=\"merchant\"}",
                            "siren_gateway_connects_total{result=\"admitted\"}",
                            "siren_gateway_pushes_total{type=\"order.placed\"}",
                            "siren_gateway_push_lag_seconds_count",
                            "siren_gateway_feed_up 1.0",
                            "siren_gateway_foreign_messages_total",
                            "siren_gateway_pending_bytes",
                            "siren_gateway_unacked",
                            "siren_gateway_presence_recipients");
        }
    }

    private long present() {
        return post.call(Request.cmd(Command.ZCOUNT)
                        .arg(Presence.key(merchant.self()))
                        .arg(System.currentTimeMillis())
                        .arg("+inf"))
                .toLong();
    }

    private Response latest() {
        return post.call(Request.cmd(Command.ZSCORE)
                .arg(Presence.ALL_KEY)
                .arg(merchant.self().value()));
    }
}
