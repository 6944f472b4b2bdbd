package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.StubServices.Request;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CommandTest {
    private static final int BURST = 40;
    private static final int PER_SECOND = 20;

    @TestHTTPResource
    URI base;

    private final TestUser merchant = TestUser.merchant();

    @BeforeEach
    void forget() {
        StubServices.forget();
    }

    @Test
    void a_command_goes_to_its_owner_as_it_came_and_its_result_comes_back() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.json(200, Map.of("version", 2)));
        try (Peer till = open()) {
            till.send("{'t':'order.accept','id':'c-1','d':{'orderId':'o-1','minutes':8}}");
            JsonNode reply = till.next("reply");
            assertThat(reply.path("re").asText()).isEqualTo("c-1");
            assertThat(reply.path("ok").asBoolean()).isTrue();
            assertThat(reply.path("d").path("version").asInt()).isEqualTo(2);

            Request request = StubServices.requests().get(0);
            assertThat(request.neighbour()).isEqualTo("store");
            assertThat(request.authorization()).startsWith("Bearer ");
            assertThat(request.json().path("recipient").asText())
                    .isEqualTo(merchant.self().value());
            assertThat(request.json().path("id").asText()).isEqualTo("c-1");
            assertThat(request.json().path("type").asText()).isEqualTo("order.accept");
            assertThat(request.json().path("d").path("minutes").asInt()).isEqualTo(8);
        }
    }

    @Test
    void a_refusal_of_the_owner_is_a_reply_that_repeating_will_not_change() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.problem(409, "order-already-decided"));
        try (Peer till = open()) {
            till.send("{'t':'order.refuse','id':'c-1','d':{}}");
            JsonNode reply = till.next("reply");
            assertThat(reply.path("ok").asBoolean(true)).isFalse();
            assertThat(reply.path("error").path("code").asText()).isEqualTo("order-already-decided");
            assertThat(reply.path("error").path("retryable").asBoolean(true)).isFalse();
        }
    }

    @Test
    void a_limit_of_the_owner_is_a_reply_that_says_when_to_come_back() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.tooManyRequests(40));
        try (Peer till = open()) {
            till.send("{'t':'store.close','id':'c-1'}");
            JsonNode reply = till.next("reply");
            assertRetryable(reply, "too-many-requests");
            assertThat(reply.path("error").path("d").path("retryAfterSeconds").asInt())
                    .isEqualTo(40);
            assertThat(reply.path("error").path("detail").asText()).contains("40");
            assertThat(StubServices.requests()).hasSize(1);
        }
    }

    @Test
    void an_owner_that_stumbles_once_is_asked_again_with_the_same_id() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.empty(204));
        StubServices.answerOnce("POST", "/internal/commands", request -> Reply.empty(503));
        try (Peer till = open()) {
            till.send("{'t':'store.open','id':'c-1'}");
            assertThat(till.next("reply").path("ok").asBoolean()).isTrue();
            assertThat(StubServices.requests().stream()
                            .map(request -> request.json().path("id").asText()))
                    .containsExactly("c-1", "c-1");
        }
    }

    @Test
    void an_owner_that_is_down_or_slow_is_a_reply_that_invites_a_repetition() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        try (Peer till = open()) {
            StubServices.answer("POST", "/internal/commands", request -> Reply.empty(503));
            till.send("{'t':'store.open','id':'c-1'}");
            assertRetryable(till.next("reply"), "neighbour-unavailable");

            StubServices.answer("POST", "/internal/commands", request -> {
                await(late);
                return Reply.empty(204);
            });
            till.send("{'t':'store.open','id':'c-2'}");
            assertRetryable(till.next("reply"), "timeout");
        } finally {
            late.countDown();
        }
    }

    @Test
    void what_is_no_command_of_this_door_is_an_error_and_goes_nowhere() {
        try (Peer till = open();
                Peer phone = Peer.open(base, "/ws/buyer", TestUser.buyer().token())) {
            till.send("{'t':'coffee.brew','id':'c-1'}");
            assertThat(till.next("error").path("error").path("code").asText()).isEqualTo("unknown-type");
            till.send("{'t':'order.accept'}");
            assertThat(till.next("error").path("error").path("code").asText()).isEqualTo("id-required");
            phone.send("{'t':'order.accept','id':'c-1','d':{'orderId':'o-1'}}");
            JsonNode error = phone.next("error");
            assertThat(error.path("error").path("code").asText()).isEqualTo("unknown-type");
            assertThat(error.path("re").asText()).isEqualTo("c-1");
            assertThat(StubServices.requests()).isEmpty();
        }
    }

    @Test
    void malformed_frames_are_errors_and_the_third_ends_the_socket() {
        List<String> malformed = List.of(
                "x",
                "[]",
                "{}",
                "{'t':1}",
                "{'t':'a'}{}",
                "{'t':'a','t':'b'}",
                "{'t':'order.accept','id':7}",
                "null",
                "{'t':'order.accept','id':'c','d':[]}",
                "{'t':'order.refuse','id':'c','d':{'message':'\\ud800'}}",
                "{'t':'order.refuse','id':'c','d':{'\\udc00':1}}",
                "{'t':'ack'}",
                "{'t':'ack','pos':'x'}",
                "[".repeat(40) + "]".repeat(40));
        for (String frame : malformed) {
            try (Peer till = open()) {
                for (int i = 0; i < 3; i++) {
                    till.send(frame);
                    assertThat(till.next("error").path("error").path("code").asText())
                            .as(frame)
                            .isEqualTo("malformed-frame");
                }
                assertThat(till.closeCode()).as(frame).isEqualTo(CloseReason.BAD_REQUEST.code());
            }
        }
        assertThat(StubServices.requests()).isEmpty();
    }

    @Test
    void commands_without_an_answer_are_only_so_many_and_all_are_answered() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.json(200, Map.of()));
        try (Peer till = open()) {
            Set<String> answered = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                till.send("{'t':'order.accept','id':'c-" + i + "'}");
            }
            for (int i = 0; i < 40; i++) {
                answered.add(till.next("reply").path("re").asText());
            }
            assertThat(answered).hasSize(40);
        }
    }

    @Test
    void a_flood_is_told_and_then_ended() {
        StubServices.answer("POST", "/internal/commands", request -> Reply.json(200, Map.of()));
        long begun = System.nanoTime();
        try (RawSocket flood = RawSocket.open(base, "/ws/merchant", merchant.token())) {
            for (int i = 0; i < 1_000; i++) {
                flood.text("{'t':'order.accept','id':'c-" + i + "'}");
            }
            assertThat(flood.closeCode()).isEqualTo(CloseReason.RATE_LIMITED.code());
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
        assertThat(StubServices.requests()).hasSizeLessThanOrEqualTo(BURST + PER_SECOND * (int) seconds);
    }

    private Peer open() {
        Peer till = Peer.open(base, "/ws/merchant", merchant.token());
        till.welcome();
        return till;
    }

    private static void assertRetryable(JsonNode reply, String code) {
        assertThat(reply.path("ok").asBoolean(true)).isFalse();
        assertThat(reply.path("error").path("code").asText()).isEqualTo(code);
        assertThat(reply.path("error").path("retryable").asBoolean()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
