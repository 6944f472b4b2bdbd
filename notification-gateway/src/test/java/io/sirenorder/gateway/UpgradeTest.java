package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class UpgradeTest {
    @TestHTTPResource
    URI base;

    private final TestUser merchant = TestUser.merchant();
    private final TestUser buyer = TestUser.buyer();

    @Test
    void a_token_of_the_right_role_opens_a_socket_without_compression() {
        RawSocket.Answer answer = RawSocket.knock(
                base,
                "/ws/merchant",
                Map.of(
                        "Authorization",
                        "Bearer " + merchant.token(),
                        "Sec-WebSocket-Extensions",
                        "permessage-deflate, deflate-frame"));
        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.headers()).containsEntry("sec-websocket-protocol", "siren.v1");
        assertThat(answer.headers()).doesNotContainKey("sec-websocket-extensions");
    }

    @Test
    void without_a_good_token_there_is_no_socket() {
        for (String authorization : List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic eDp5")) {
            RawSocket.Answer answer = RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", authorization));
            assertProblem(answer, 401, "unauthorized");
            assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
        }
        String expired = merchant.token(Duration.ofSeconds(-30));
        assertProblem(RawSocket.knock(base, "/ws/merchant", bearer(expired)), 401, "unauthorized");
    }

    @Test
    void the_wrong_role_is_forbidden() {
        assertProblem(RawSocket.knock(base, "/ws/merchant", bearer(buyer.token())), 403, "forbidden");
        assertProblem(RawSocket.knock(base, "/ws/buyer", bearer(merchant.token())), 403, "forbidden");
        assertProblem(RawSocket.knock(base, "/ws/buyer", bearer(Tokens.operator())), 403, "forbidden");
        assertProblem(RawSocket.knock(base, "/ws/buyer", bearer(Tokens.service("store"))), 403, "forbidden");
    }

    @Test
    void another_or_no_subprotocol_is_a_bad_request_that_names_ours() {
        for (String offered : List.of("", "siren.v2", "chat")) {
            RawSocket.Answer answer = RawSocket.knock(
                    base,
                    "/ws/merchant",
                    Map.of("Authorization", "Bearer " + merchant.token(), "Sec-WebSocket-Protocol", offered));
            assertProblem(answer, 400, "subprotocol-required");
            assertThat(answer.body()).contains("\"supported\":[\"siren.v1\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "7", "8", "12", "14", "013", "13, 8", "8\r\nSec-WebSocket-Version: 13", "nonsense"})
    void another_version_of_the_protocol_is_told_ours(String version) {
        RawSocket.Answer answer = knock("Sec-WebSocket-Version", version);
        assertProblem(answer, 426, "upgrade-required");
        assertThat(answer.headers())
                .containsEntry("sec-websocket-version", "13")
                .containsEntry("upgrade", "websocket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "dGhlIHNhbXBsZSBub25jZQ",
                "dGhlIHNhbXBsZSBub25jZR==",
                "dGhlIHNhbXBsZSBub25j",
                "dGhlIHNhbXBsZSBub25jZSE=",
                "dGhlIHNhbXBsZSBub25jZQ==dGhlIHNhbXBsZSBub25jZQ==",
                "dGhlIHNhbXBsZSBub25jZ_==",
                "dGhlIHNhbXBs ZSBub25jZQ==",
                "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
            })
    void a_key_that_is_not_16_bytes_is_refused(String key) {
        RawSocket.Answer answer = knock("Sec-WebSocket-Key", key);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body()).contains("\"field\":\"Sec-WebSocket-Key\"");
    }

    @Test
    void an_upgrade_has_no_body() {
        assertProblem(knock("Content-Length", "5\r\n\r\nhello"), 400, "invalid-request");
        assertProblem(knock("Transfer-Encoding", "chunked"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate; server_max_window_bits=99; client_max_window_bits=-1",
                "permessage-deflate;;;=,,,",
                "permessage-deflate; \"",
                "x-webkit-deflate-frame, permessage-bzip2, permessage-deflate"
            })
    void no_extension_is_agreed_on_however_it_is_asked_for(String extensions) {
        for (String asked : List.of(extensions, (extensions + ", ").repeat(100) + "x")) {
            RawSocket.Answer answer = knock("Sec-WebSocket-Extensions", asked);
            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.headers()).doesNotContainKey("sec-websocket-extensions");
        }
    }

    /** An upgrade by the merchant with one header that is not as it should be. */
    private RawSocket.Answer knock(String header, String value) {
        return RawSocket.knock(
                base, "/ws/merchant", Map.of("Authorization", "Bearer " + merchant.token(), header, value));
    }

    @Test
    void pages_of_others_are_refused_and_programs_are_not() {
        String token = "Bearer " + merchant.token();
        for (String origin :
                List.of("https://evil.example", "null", "https://app.example.com.evil.com", "http://app.example.com")) {
            assertProblem(
                    RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", token, "Origin", origin)),
                    403,
                    "origin-refused");
        }
        assertThat(RawSocket.knock(
                                base,
                                "/ws/merchant",
                                Map.of("Authorization", token, "Origin", "https://app.example.com"))
                        .status())
                .isEqualTo(101);
    }

    @Test
    void pages_of_the_own_host_are_let_in() {
        String token = "Bearer " + merchant.token();
        for (Map<String, String> headers : List.of(
                Map.of("Origin", "http://localhost"),
                Map.of("Origin", "https://order.example.com", "X-Forwarded-Host", "order.example.com"),
                Map.of("Origin", "https://order.example.com", "X-Forwarded-Host", "order.example.com:443"))) {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Authorization", token);
            assertThat(RawSocket.knock(base, "/ws/merchant", all).status()).isEqualTo(101);
        }
        assertProblem(
                RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", token, "Origin", "http://localhost:1")),
                403,
                "origin-refused");
    }

    @Test
    void a_strange_device_is_a_bad_request() {
        assertProblem(
                RawSocket.knock(base, "/ws/merchant?device=a%20b", bearer(merchant.token())), 400, "invalid-request");
    }

    @Test
    void a_ticket_opens_one_socket_of_its_kind_once() {
        String path = "/ws/buyer?ticket=" + ticket(buyer);
        assertThat(RawSocket.knock(base, path, Map.of()).status()).isEqualTo(101);
        assertProblem(RawSocket.knock(base, path, Map.of()), 401, "unauthorized");

        String stolen = ticket(buyer);
        assertProblem(RawSocket.knock(base, "/ws/merchant?ticket=" + stolen, Map.of()), 403, "forbidden");
        assertProblem(RawSocket.knock(base, "/ws/buyer?ticket=" + stolen, Map.of()), 401, "unauthorized");
        assertProblem(RawSocket.knock(base, "/ws/buyer?ticket=x", Map.of()), 401, "unauthorized");
    }

    @Test
    void a_socket_opened_by_a_ticket_hears_what_its_token_would() {
        try (Peer till = Peer.open(base, "/ws/merchant?ticket=" + ticket(merchant), null)) {
            assertThat(till.welcome().path("tokenExpires").asText()).isNotEmpty();
        }
    }

    @Test
    void tickets_are_for_merchants_and_buyers_only() {
        assertThat(askForTicket(Tokens.operator()).statusCode()).isEqualTo(403);
        assertThat(RestAssured.post("/ws-tickets").statusCode()).isEqualTo(401);
        assertThat(askForTicket("a.b.c").statusCode()).isEqualTo(401);
        Response given = askForTicket(buyer.token());
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.jsonPath().getInt("expiresIn")).isEqualTo(30);
    }

    @Test
    void a_recipient_has_only_so_many_sockets() {
        List<Peer> peers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                peers.add(Peer.open(base, "/ws/buyer?device=d" + i, buyer.token()));
                peers.get(i).welcome();
            }
            RawSocket.Answer answer = RawSocket.knock(base, "/ws/buyer?device=d9", bearer(buyer.token()));
            assertProblem(answer, 429, "too-many-connections");
            assertThat(answer.headers()).containsKey("retry-after");

            peers.add(Peer.open(base, "/ws/buyer?device=d0", buyer.token()));
            peers.get(8).welcome();
            assertThat(peers.get(0).closeCode()).isEqualTo(CloseReason.SUPERSEDED.code());
        } finally {
            peers.forEach(Peer::close);
        }
    }

    @Test
    void what_is_no_upgrade_is_not_found() {
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(merchant.token())
                        .get("/ws/merchant")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertProblem(RawSocket.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String ticket(TestUser who) {
        return askForTicket(who.token()).jsonPath().getString("ticket");
    }

    private static Response askForTicket(String token) {
        return RestAssured.given().auth().oauth2(token).post("/ws-tickets");
    }
}
