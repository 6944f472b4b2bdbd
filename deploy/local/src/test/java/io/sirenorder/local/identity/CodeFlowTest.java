package io.sirenorder.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFlowTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REDIRECT = "http://localhost:8080/shop/";
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @TempDir
    static Path keys;

    private final Vertx vertx = Vertx.vertx();
    private Issuers issuers;
    private String address;

    @BeforeEach
    void open() {
        issuers = Issuers.at("http://localhost:8080", keys);
        int port = vertx.createHttpServer()
                .requestHandler(new DevIssuerApi(issuers)::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        address = "http://127.0.0.1:" + port + "/dev/issuers/";
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Map<String, String> wish() {
        return new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "siren-order",
                "redirect_uri", REDIRECT,
                "scope", "openid email profile",
                "state", "a&b=c",
                "nonce", "once",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Origin", "http://localhost:8080")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://127.0.0.1:8080")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> query(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?");
        return List.of(URI.create(location).getRawQuery().split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private String code(String issuer) throws Exception {
        Map<String, String> form = with(with(wish(), "email", "minji@example.com"), "nickname", "민지");
        HttpResponse<String> back = post(issuer + "/authorize", form);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(query(back)).containsEntry("state", "a&b=c");
        return query(back).get("code");
    }

    private static Map<String, String> exchange(String code) {
        return new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "siren-order",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", VERIFIER));
    }

    private JsonObject tokens(String issuer) throws Exception {
        HttpResponse<String> answer = post(issuer + "/token", exchange(code(issuer)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new JsonObject(answer.body());
    }

    @Test
    void a_form_asks_who_signs_in_and_carries_the_request_along() throws Exception {
        HttpResponse<String> form = get("buyers/authorize?" + encoded(with(wish(), "state", "\"><script>")));
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("name=\"email\"", "name=\"code_challenge\" value=\"" + CHALLENGE + "\"");
        assertThat(form.body()).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void a_code_becomes_tokens_of_the_person_who_signed_in() throws Exception {
        JsonObject tokens = tokens("buyers");
        JwtClaims access = issuers.buyers()
                .verified(tokens.getString("access_token"), "siren")
                .orElseThrow();
        assertThat(access.getStringClaimValue("email")).isEqualTo("minji@example.com");
        assertThat(access.getClaimValue("email_verified", Boolean.class)).isTrue();
        JwtClaims id = issuers.buyers()
                .verified(tokens.getString("id_token"), "siren-order")
                .orElseThrow();
        assertThat(id.getStringClaimValue("nonce")).isEqualTo("once");
        assertThat(id.getSubject()).isEqualTo(access.getSubject());
        assertThat(tokens.getLong("expires_in")).isEqualTo(3600);
    }

    @Test
    void a_refresh_token_brings_new_tokens_and_is_no_access_token() throws Exception {
        String refresh = tokens("operators").getString("refresh_token");
        assertThat(issuers.operators().verified(refresh, "siren")).isEmpty();
        HttpResponse<String> renewed = post(
                "operators/token",
                Map.of("grant_type", "refresh_token", "client_id", "siren-order", "refresh_token", refresh));
        assertThat(renewed.statusCode()).isEqualTo(200);
        String access = new JsonObject(renewed.body()).getString("access_token");
        assertThat(issuers.operators().verified(access, "siren").orElseThrow().getSubject())
                .isEqualTo("local-operator");
    }

    @Test
    void a_code_works_once_and_only_with_its_verifier_and_address() throws Exception {
        String code = code("buyers");
        assertThat(post("buyers/token", exchange(code)).statusCode()).isEqualTo(200);
        assertThat(post("buyers/token", exchange(code)).body()).contains("invalid_grant");
        assertThat(post("buyers/token", with(exchange(code("buyers")), "code_verifier", "another"))
                        .body())
                .contains("invalid_grant");
        assertThat(post("buyers/token", with(exchange(code("buyers")), "redirect_uri", "http://localhost/"))
                        .body())
                .contains("invalid_grant");
        assertThat(post("operators/token", exchange(code("buyers"))).body()).contains("invalid_grant");
    }

    @Test
    void an_access_token_or_anothers_refresh_token_refreshes_nothing() throws Exception {
        JsonObject tokens = tokens("buyers");
        for (String token : List.of(tokens.getString("access_token"), tokens.getString("id_token"), "x.y.z", "")) {
            Map<String, String> form =
                    Map.of("grant_type", "refresh_token", "client_id", "siren-order", "refresh_token", token);
            assertThat(post("buyers/token", form).body()).contains("invalid_grant");
        }
        Map<String, String> elsewhere = Map.of(
                "grant_type", "refresh_token",
                "client_id", "siren-order",
                "refresh_token", tokens.getString("refresh_token"));
        assertThat(post("operators/token", elsewhere).body()).contains("invalid_grant");
    }

    @Test
    void an_unknown_client_is_sent_nowhere() throws Exception {
        for (Map<String, String> wrong : List.of(
                with(wish(), "client_id", "another"),
                with(wish(), "redirect_uri", "https://evil.example.com/"),
                with(wish(), "redirect_uri", "http://localhost.evil.example.com/"),
                with(wish(), "redirect_uri", "http://localhost:8080@evil.example.com/"),
                with(wish(), "redirect_uri", "javascript:alert(1)"),
                with(wish(), "redirect_uri", "data:text/html,x"),
                with(wish(), "redirect_uri", "http://localhost:8080/#here"),
                with(wish(), "redirect_uri", ""))) {
            HttpResponse<String> answer = get("buyers/authorize?" + encoded(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(post("buyers/authorize", with(wrong, "email", "a@example.com"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void an_app_may_come_back_by_its_private_scheme() throws Exception {
        Map<String, String> app = with(wish(), "redirect_uri", "com.example.app:/back");
        assertThat(get("buyers/authorize?" + encoded(app)).statusCode()).isEqualTo(200);
    }

    @Test
    void what_can_not_be_granted_goes_back_as_an_error() throws Exception {
        Map<Map<String, String>, String> cases = Map.of(
                with(wish(), "prompt", "none"), "login_required",
                with(wish(), "response_type", "token"), "unsupported_response_type",
                with(wish(), "code_challenge_method", "plain"), "invalid_request",
                with(wish(), "code_challenge", ""), "invalid_request");
        for (Map.Entry<Map<String, String>, String> each : cases.entrySet()) {
            HttpResponse<String> answer = get("buyers/authorize?" + encoded(each.getKey()));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(query(answer)).containsEntry("error", each.getValue()).containsEntry("state", "a&b=c");
        }
    }

    @Test
    void an_address_that_is_none_is_asked_for_again() throws Exception {
        HttpResponse<String> again = post("buyers/authorize", with(wish(), "email", "nobody"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("email must be an address", CHALLENGE);
    }

    @Test
    void services_do_not_sign_in() throws Exception {
        assertThat(get("services/authorize?" + encoded(wish())).statusCode()).isEqualTo(404);
        assertThat(post("services/token", exchange("x")).statusCode()).isEqualTo(404);
        assertThat(get("services/.well-known/openid-configuration").body()).doesNotContain("authorization_endpoint");
    }

    @Test
    void pages_of_this_machine_may_read_the_answers_and_others_not() throws Exception {
        HttpResponse<String> own = get("buyers/.well-known/openid-configuration");
        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://localhost:8080");
        assertThat(new JsonObject(own.body()).getString("token_endpoint"))
                .isEqualTo("http://localhost:8080/dev/issuers/buyers/token");
        HttpResponse<String> other = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "buyers/jwks"))
                        .header("Origin", "https://evil.example.com")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
