package io.sirenorder.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.Peer;
import io.sirenorder.gateway.RawSocket;
import io.sirenorder.gateway.TestUser;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class EndedSessionTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @TestHTTPResource
    URI base;

    @Inject
    EndedSessionPoller poller;

    private final TestUser merchant = TestUser.merchant().withClaim("sid", "session-1");

    @AfterEach
    void forget() {
        StubServices.forget();
    }

    @Test
    void sockets_of_all_sessions_are_closed_and_their_tokens_open_none() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            end(merchant, null, Instant.now().plusSeconds(60));
            assertThat(till.closeCode()).isEqualTo(CloseReason.LOGGED_OUT.code());
        }
        assertRefused(merchant);
    }

    @Test
    void one_session_ends_and_the_others_of_the_merchant_go_on() {
        TestUser other = merchant.withClaim("sid", "session-2");
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token());
                Peer second = Peer.open(base, "/ws/merchant", other.token())) {
            till.welcome();
            second.welcome();
            end(merchant, "session-1", Instant.now());
            assertThat(till.closeCode()).isEqualTo(CloseReason.LOGGED_OUT.code());
            assertThat(second.isOpen()).isTrue();
        }
        assertRefused(merchant);
    }

    @Test
    void a_token_of_after_the_end_is_as_good_as_ever() {
        end(merchant, null, Instant.now().minusSeconds(60));
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token())) {
            till.welcome();
            assertThat(till.isOpen()).isTrue();
        }
    }

    private void end(TestUser who, String sid, Instant before) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("merchantId", who.subject());
        entry.put("before", before.toString());
        entry.put("sid", sid);
        entry.put("at", Instant.now().toString());
        AtomicBoolean told = new AtomicBoolean();
        StubServices.answer("GET", "/internal/ended-sessions", request -> {
            told.set(true);
            return Reply.json(200, List.of(entry));
        });
        SOON.that(() -> {
            poller.ask(); // which does nothing while an earlier question has no answer yet
            assertThat(told).isTrue();
        });
    }

    private void assertRefused(TestUser who) {
        assertThat(RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", "Bearer " + who.token()))
                        .status())
                .isEqualTo(401);
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(who.token())
                        .post("/ws-tickets")
                        .statusCode())
                .isEqualTo(401);
    }
}
