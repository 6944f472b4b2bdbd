package io.sirenorder.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.contracts.BuyerId;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevIssuerApiTest {
    @TempDir
    static Path keys;

    private final Vertx vertx = Vertx.vertx();
    private Issuers issuers;
    private Api api;

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
        api = Api.at("http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Answer signIn(String email) {
        return api.post("/dev/buyers", Map.of("email", email, "nickname", "민지")).expect(201);
    }

    private JwtClaims verified(String token, String issuer, String audience) throws Exception {
        String keySet =
                api.get("/dev/issuers/" + issuer + "/jwks").expect(200).body().toString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keySet).getJsonWebKeys()))
                .setExpectedIssuer("http://localhost:8080/dev/issuers/" + issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build()
                .processToClaims(token);
    }

    @Test
    void a_buyers_token_is_verified_by_the_published_key_and_proves_the_address() throws Exception {
        Answer buyer = signIn("Minji@example.com");
        JwtClaims claims = verified(buyer.text("accessToken"), "buyers", "siren");
        assertThat(claims.getStringClaimValue("email")).isEqualTo("Minji@example.com");
        assertThat(claims.getClaimValue("email_verified", Boolean.class)).isTrue();
        assertThat(claims.getStringClaimValue("nickname")).isEqualTo("민지");
        assertThat(buyer.text("buyerId"))
                .isEqualTo(BuyerId.of(claims.getIssuer(), claims.getSubject()).toString());
    }

    @Test
    void the_same_address_is_the_same_buyer_also_for_the_next_launcher() {
        String first = signIn("minji@example.com").text("buyerId");
        assertThat(signIn("MINJI@example.com").text("buyerId")).isEqualTo(first);
        assertThat(signIn("hajun@example.com").text("buyerId")).isNotEqualTo(first);
        assertThat(Issuers.at("http://localhost:8080", keys).buyers().keySet())
                .isEqualTo(issuers.buyers().keySet());
    }

    @Test
    void operators_and_services_have_issuers_and_keys_of_their_own() throws Exception {
        String operator = api.post("/dev/operators", Map.of()).expect(201).text("accessToken");
        assertThat(verified(operator, "operators", "siren").getSubject()).isEqualTo("local-operator");
        ServiceTokens tokens = new ServiceTokens(issuers.services(), keys, List.of("store", "coupon"));
        tokens.renew();
        String store = Files.readString(tokens.file("store", "coupon"));
        assertThat(verified(store, "services", "siren-internal-coupon").getSubject())
                .isEqualTo("store");
        assertThat(api.get("/dev/issuers/buyers/jwks").body())
                .isNotEqualTo(api.get("/dev/issuers/operators/jwks").body());
    }

    @Test
    void no_published_key_is_a_private_one() {
        for (String issuer : List.of("buyers", "operators", "services")) {
            assertThat(api.get("/dev/issuers/" + issuer + "/jwks").body().toString())
                    .contains("\"n\"")
                    .doesNotContain("\"d\"")
                    .doesNotContain("\"p\"");
        }
    }

    @Test
    void what_is_no_sign_in_is_a_problem() {
        for (Object body : List.of("", "[]", "{", "{\"email\":1}", "{\"email\":\"nobody\"}", "{\"email\":null}")) {
            Answer answer = api.post("/dev/buyers", body).expect(400);
            assertThat(answer.problem()).as("%s", body).isEqualTo("invalid-request");
        }
        api.get("/dev/buyers").expect(404);
        api.get("/dev/issuers/nobody/jwks").expect(404);
    }

    @Test
    void discovery_leads_to_the_keys() {
        Answer found =
                api.get("/dev/issuers/buyers/.well-known/openid-configuration").expect(200);
        assertThat(found.text("issuer")).isEqualTo(issuers.buyers().url());
        assertThat(found.text("jwks_uri")).isEqualTo(issuers.buyers().url() + "/jwks");
    }
}
