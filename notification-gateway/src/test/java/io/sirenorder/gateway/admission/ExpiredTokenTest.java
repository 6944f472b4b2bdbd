package io.sirenorder.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.Peer;
import io.sirenorder.gateway.Post;
import io.sirenorder.gateway.RawSocket;
import io.sirenorder.gateway.TestUser;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.gateway.session.SocketKind;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that have run out: before a socket is opened, while it is open, and when it is to be renewed. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ExpiredTokenTest {
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** Within the skew between clocks that other services allow. */
    private static final Duration JUST_OVER = Duration.ofSeconds(-2);

    @TestHTTPResource
    URI base;

    @Inject
    SocketTickets tickets;

    @Inject
    Post post;

    static Stream<TestUser> users() {
        return Stream.of(TestUser.merchant(), TestUser.buyer());
    }

    @ParameterizedTest
    @MethodSource("users")
    void a_socket_ends_with_its_token_and_goes_on_with_the_next_where_it_ended(TestUser user) {
        JsonNode welcome;
        try (Peer peer = Peer.open(base, user.path(), user.token(SHORT))) {
            welcome = peer.welcome();
            peer.next("session.expiring");
            assertThat(peer.closeCode()).isEqualTo(CloseReason.TOKEN_EXPIRED.code());
            post.order(user.self(), "o-1");
            assertThat(peer.hasNothingMore()).isTrue();
        }
        String place = "?epoch=" + welcome.path("epoch").asText() + "&pos="
                + welcome.path("pos").asText();
        try (Peer peer = Peer.open(base, user.path() + place, user.token())) {
            assertThat(peer.welcome().path("resumed").asBoolean()).isTrue();
            assertThat(peer.next("order.placed").path("d").path("orderId").asText())
                    .isEqualTo("o-1");
        }
    }

    @ParameterizedTest
    @MethodSource("users")
    void it_opens_no_socket_and_no_ticket_of_it_does(TestUser user) {
        assertThat(status(user.path(), Map.of("Authorization", "Bearer " + justOver(user))))
                .isEqualTo(401);
        String ticket = tickets.issue(principal(user)).await().atMost(Duration.ofSeconds(10));
        assertThat(status(user.path() + "?ticket=" + ticket, Map.of())).isEqualTo(401);
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(justOver(user))
                        .post("/ws-tickets")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void it_renews_no_socket() {
        TestUser user = TestUser.merchant();
        try (Peer till = Peer.open(base, user.path(), user.token())) {
            till.welcome();
            till.send("{'t':'session.refresh','id':'r-1','d':{'token':'" + justOver(user) + "'}}");
            assertThat(till.next("reply").path("error").path("code").asText()).isEqualTo("invalid-token");
            assertThat(till.isOpen()).isTrue();
        }
    }

    private static String justOver(TestUser user) {
        Map<String, Object> claims = new HashMap<>(user.claims());
        claims.put("iat", Instant.now().minusSeconds(900).getEpochSecond());
        return user.issuer().token(user.subject(), JUST_OVER, claims);
    }

    private static Principal principal(TestUser user) {
        SocketKind kind = user.path().endsWith("buyer") ? SocketKind.BUYER : SocketKind.MERCHANT;
        Instant over = Instant.now().minusSeconds(1);
        return new Principal(
                kind, user.issuer().url(), user.subject(), List.of(user.self()), over, null, over.minusSeconds(900));
    }

    private int status(String path, Map<String, String> headers) {
        return RawSocket.knock(base, path, headers).status();
    }
}
