package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.StubServices.Request;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class PushTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(5));

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    @Inject
    Addresses addresses;

    private final TestUser merchant = TestUser.merchant();
    private final TestUser buyer = TestUser.buyer();

    @BeforeEach
    void acknowledgementsAreTaken() {
        StubServices.forget();
        StubServices.answer("POST", "/internal/acknowledgements", request -> Reply.empty(204));
    }

    @Test
    void a_message_reaches_every_socket_of_its_recipient_and_no_other() {
        try (Peer one = open(merchant, "");
                Peer two = open(merchant, "");
                Peer stranger = open(TestUser.merchant(), "")) {
            one.welcome();
            two.welcome();
            stranger.welcome();
            String pos = post.order(merchant.self(), "o-1");

            JsonNode push = one.next();
            assertThat(push.path("t").asText()).isEqualTo("order.placed");
            assertThat(push.path("pos").asText()).isEqualTo(pos);
            assertThat(push.path("ack").asBoolean()).isTrue();
            assertThat(push.path("d").path("orderId").asText()).isEqualTo("o-1");
            assertThat(two.next()).isEqualTo(push);
            assertThat(stranger.hasNothingMore()).isTrue();
        }
    }

    @Test
    void the_welcome_says_what_the_client_has_to_know() {
        try (Peer till = open(merchant, "")) {
            JsonNode welcome = till.welcome();
            assertThat(welcome.path("resumed").asBoolean(true)).isFalse();
            assertThat(welcome.path("epoch").asText()).isNotEmpty();
            assertThat(welcome.path("pos").asText()).isNotEmpty();
            assertThat(welcome.path("heartbeat").path("interval").asInt()).isPositive();
            assertThat(welcome.path("retry").path("max").asInt()).isPositive();
            assertThat(welcome.path("limits").path("messageBytes").asInt()).isEqualTo(16_384);
            assertThat(welcome.path("tokenExpires").asText()).isNotEmpty();
        }
    }

    @Test
    void an_acknowledgement_covers_all_before_it_and_is_passed_on_once() {
        try (Peer till = open(merchant, "")) {
            till.welcome();
            post.order(merchant.self(), "o-1");
            post.order(merchant.self(), "o-2");
            post.order(merchant.self(), "o-3");
            till.next("order.placed");
            String second = till.next("order.placed").path("pos").asText();
            till.next("order.placed");
            till.send("{'t':'ack','pos':'" + second + "'}");
            SOON.that(() -> assertThat(acknowledged()).containsExactly("order:o-1", "order:o-2"));

            till.send("{'t':'ack','pos':'" + second + "'}");
            post.order(merchant.self(), "o-4");
            till.send(
                    "{'t':'ack','pos':'" + till.next("order.placed").path("pos").asText() + "'}");
            SOON.that(() ->
                    assertThat(acknowledged()).containsExactly("order:o-1", "order:o-2", "order:o-3", "order:o-4"));
        }
    }

    @Test
    void an_acknowledgement_survives_its_owner_being_down() {
        StubServices.answer("POST", "/internal/acknowledgements", request -> Reply.empty(503));
        try (Peer till = open(merchant, "")) {
            till.welcome();
            post.order(merchant.self(), "o-1");
            till.send(
                    "{'t':'ack','pos':'" + till.next("order.placed").path("pos").asText() + "'}");
            SOON.that(() -> assertThat(acknowledged()).hasSizeGreaterThan(1));
        }
        List<Request> taken = new CopyOnWriteArrayList<>();
        StubServices.answer("POST", "/internal/acknowledgements", request -> {
            taken.add(request);
            return Reply.empty(204);
        });
        SOON.that(() -> assertThat(acknowledged(taken)).containsExactly("order:o-1"));
    }

    @Test
    void who_comes_back_gets_exactly_what_was_missed() {
        JsonNode heard;
        String epoch;
        try (Peer till = open(merchant, "")) {
            epoch = till.welcome().path("epoch").asText();
            post.order(merchant.self(), "o-1");
            heard = till.next("order.placed");
        }
        post.order(merchant.self(), "o-2");
        post.order(merchant.self(), "o-3");
        try (Peer till =
                open(merchant, "?epoch=" + epoch + "&pos=" + heard.path("pos").asText())) {
            JsonNode welcome = till.welcome();
            assertThat(welcome.path("resumed").asBoolean()).isTrue();
            assertThat(welcome.path("pos")).isEqualTo(heard.path("pos"));
            assertThat(order(till.next())).isEqualTo("o-2");
            assertThat(order(till.next())).isEqualTo("o-3");
            post.order(merchant.self(), "o-4");
            assertThat(order(till.next())).isEqualTo("o-4");
        }
    }

    @Test
    void who_left_before_anything_was_said_misses_nothing_either() {
        JsonNode welcome;
        try (Peer till = open(merchant, "")) {
            welcome = till.welcome();
        }
        post.order(merchant.self(), "o-1");
        try (Peer till = open(merchant, resume(welcome))) {
            assertThat(till.welcome().path("resumed").asBoolean()).isTrue();
            assertThat(order(till.next())).isEqualTo("o-1");
        }
    }

    @Test
    void what_was_heard_but_not_acknowledged_can_be_acknowledged_after_coming_back() {
        JsonNode heard;
        String epoch;
        try (Peer till = open(merchant, "")) {
            epoch = till.welcome().path("epoch").asText();
            post.order(merchant.self(), "o-1");
            heard = till.next("order.placed");
        }
        String pos = heard.path("pos").asText();
        try (Peer till = open(merchant, "?epoch=" + epoch + "&pos=" + pos)) {
            till.welcome();
            till.send("{'t':'ack','pos':'" + pos + "'}");
            SOON.that(() -> assertThat(acknowledged()).containsExactly("order:o-1"));
        }
    }

    @Test
    void a_changed_epoch_is_an_honest_reset() {
        post.order(merchant.self(), "o-1");
        try (Peer till = open(merchant, "?epoch=another&pos=1-1")) {
            assertThat(till.welcome().path("resumed").asBoolean(true)).isFalse();
            assertThat(till.next("session.reset").path("d").path("reason").asText())
                    .isEqualTo("epoch-changed");
            post.order(merchant.self(), "o-2");
            assertThat(order(till.next())).isEqualTo("o-2");
        }
    }

    @Test
    void a_position_that_was_trimmed_away_is_an_honest_reset_and_never_a_part() {
        JsonNode welcome;
        try (Peer till = open(merchant, "")) {
            welcome = till.welcome();
        }
        IntStream.range(0, 300).forEach(i -> post.status(merchant.self(), "o-" + i, "{\"status\":\"wait\"}"));
        try (Peer till = open(merchant, resume(welcome))) {
            assertThat(till.welcome().path("resumed").asBoolean(true)).isFalse();
            assertThat(till.next("session.reset").path("d").path("reason").asText())
                    .isEqualTo("position-unknown");
            assertThat(till.hasNothingMore()).isTrue();
        }
    }

    @Test
    void a_lapsed_stream_is_an_honest_reset() {
        JsonNode welcome;
        try (Peer till = open(merchant, "")) {
            welcome = till.welcome();
        }
        post.order(merchant.self(), "o-1");
        post.call(io.vertx.redis.client.Request.cmd(Command.DEL).arg(new Mailbox(merchant.self()).streamKey()));
        try (Peer till = open(merchant, resume(welcome))) {
            assertThat(till.welcome().path("resumed").asBoolean(true)).isFalse();
            till.next("session.reset");
        }
    }

    @Test
    void nonsense_positions_are_an_honest_reset() {
        for (String pos : List.of("", "x", "1-1,2-2", "99999999999999999999-0", "%22", "-1-0")) {
            try (Peer till = open(merchant, "?epoch=e&pos=" + pos)) {
                assertThat(till.welcome().path("resumed").asBoolean(true)).isFalse();
                till.next("session.reset");
            }
        }
    }

    @Test
    void a_buyer_hears_under_both_names_and_resumes_both() {
        TestUser kim = buyer.withEmail(buyer.subject() + "@example.com");
        Recipient address = addresses.of(buyer.subject() + "@example.com");
        JsonNode last;
        String epoch;
        try (Peer phone = open(kim, "")) {
            epoch = phone.welcome().path("epoch").asText();
            post.status(kim.self(), "o-1", "{\"status\":\"wait\"}");
            phone.next("order.status");
            post.publish(address, "-", "gift:g-1", "gift.received", "{\"giftId\":\"g-1\"}");
            last = phone.next("gift.received");
        }
        post.publish(address, "-", "gift:g-2", "gift.received", "{\"giftId\":\"g-2\"}");
        post.status(kim.self(), "o-1", "{\"status\":\"accept\"}");
        try (Peer phone =
                open(kim, "?epoch=" + epoch + "&pos=" + last.path("pos").asText())) {
            assertThat(phone.welcome().path("resumed").asBoolean()).isTrue();
            List<JsonNode> missed = List.of(phone.next().path("d"), phone.next().path("d"));
            assertThat(missed).extracting(d -> d.path("giftId").asText()).contains("g-2");
            assertThat(missed).extracting(d -> d.path("status").asText()).contains("accept");
            assertThat(phone.hasNothingMore()).isTrue();
        }
    }

    private Peer open(TestUser who, String query) {
        return Peer.open(base, who.path() + query, who.token());
    }

    private static String resume(JsonNode welcome) {
        return "?epoch=" + welcome.path("epoch").asText() + "&pos="
                + welcome.path("pos").asText();
    }

    private static String order(JsonNode frame) {
        return frame.path("d").path("orderId").asText();
    }

    private static List<String> acknowledged() {
        return acknowledged(StubServices.requests());
    }

    private static List<String> acknowledged(List<Request> requests) {
        return requests.stream()
                .filter(request -> request.path().equals("/internal/acknowledgements"))
                .flatMap(request -> java.util.stream.StreamSupport.stream(
                        request.json().path("keys").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
