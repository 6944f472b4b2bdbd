package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.delivery.SubscriptionState;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.TestServers;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class FeedLossTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    @Inject
    SubscriptionState feed;

    private final TestUser merchant = TestUser.merchant();

    @AfterEach
    void theFeedIsUp() {
        SOON.that(() -> assertThat(feed.isUp()).isTrue());
    }

    @Test
    void what_was_published_while_the_subscription_was_lost_is_replayed_in_order() {
        try (Peer till = open("")) {
            till.welcome();
            for (int i = 0; i < 20; i++) {
                if (i % 5 == 2) {
                    post.call(
                            Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"));
                }
                post.order(merchant.self(), "o-" + i);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(till.next("order.placed").path("d").path("orderId").asText())
                        .isEqualTo("o-" + i);
            }
            assertThat(till.hasNothingMore()).isTrue();
        }
    }

    @Test
    void after_a_crash_with_loss_of_data_each_socket_is_reset_and_messages_flow_again() throws IOException {
        try (Peer till = open("")) {
            JsonNode welcome = till.welcome();
            TestServers.redis().crash();
            SOON.that(() -> assertThat(feed.isUp()).isFalse());
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", "Bearer " + merchant.token()))
                            .status())
                    .isEqualTo(503);
            assertThat(RestAssured.given()
                            .auth()
                            .oauth2(merchant.token())
                            .post("/ws-tickets")
                            .statusCode())
                    .isEqualTo(503);
            TestServers.redis().restart();
            SOON.that(() -> assertThat(feed.isUp()).isTrue());
            assertThat(till.closeCode()).isEqualTo(CloseReason.INSUFFICIENT_STATE.code());

            try (Peer back = open("?epoch=" + welcome.path("epoch").asText() + "&pos="
                    + welcome.path("pos").asText())) {
                assertThat(back.welcome().path("resumed").asBoolean(true)).isFalse();
                assertThat(back.next("session.reset").path("d").path("reason").asText())
                        .isEqualTo("epoch-changed");
                post.order(merchant.self(), "o-1");
                back.next("order.placed");
            }
        }
    }

    @Test
    void a_frozen_redis_is_noticed_and_nothing_is_lost() throws IOException {
        try (Peer till = open("")) {
            till.welcome();
            signal("STOP");
            SOON.that(() -> assertThat(feed.isUp()).isFalse());
            signal("CONT");
            SOON.that(() -> assertThat(feed.isUp()).isTrue());
            post.order(merchant.self(), "o-1");
            till.next("order.placed");
            assertThat(till.isOpen()).isTrue();
        } finally {
            signal("CONT");
        }
    }

    @Test
    void messages_that_no_gateway_can_read_are_counted_and_do_no_harm() {
        try (Peer till = open("")) {
            till.welcome();
            String channel = new Mailbox(merchant.self()).channel();
            for (String nonsense : new String[] {
                "", "x", merchant.self() + " ", merchant.self() + " 1-1 - k not-json", merchant.self() + " x - k {}"
            }) {
                post.call(Request.cmd(Command.PUBLISH).arg(channel).arg(nonsense));
            }
            post.order(merchant.self(), "o-1");
            assertThat(till.next().path("d").path("orderId").asText()).isEqualTo("o-1");
            assertThat(RestAssured.get("/q/metrics").asString()).contains("siren_gateway_unreadable_messages_total");
        }
    }

    private Peer open(String query) {
        return Peer.open(base, "/ws/merchant" + query, merchant.token());
    }

    private static void signal(String name) throws IOException {
        String pid = Long.toString(TestServers.redis().processHandle().pid());
        Process kill = new ProcessBuilder("kill", "-" + name, pid).start();
        try {
            assertThat(kill.waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
