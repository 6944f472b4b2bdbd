package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.describedAs;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.kit.identity.EndedSessions;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.TestIssuers;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class IdentityTest {
    @Inject
    EndedSessions ended;

    @Test
    void every_forgery_is_answered_alike() {
        Forgeries.all().forEach((name, token) -> {
            given().auth()
                    .oauth2(token)
                    .get("/parcels/buyer")
                    .then()
                    .assertThat()
                    .statusCode(equalTo401(name));
            given().auth()
                    .oauth2(token)
                    .get("/parcels/buyer")
                    .then()
                    .header("WWW-Authenticate", "Bearer")
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthorized"));
        });
    }

    @Test
    void a_bad_token_is_refused_where_none_is_needed() {
        given().auth().oauth2("a.b.c").get("/parcels/busy").then().statusCode(401);
    }

    @Test
    void a_public_resource_asks_for_no_sign_in() {
        given().get("/parcels/buyer").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        given().header("Authorization", "Basic a2ltOmtpbQ==")
                .get("/parcels/buyer")
                .then()
                .statusCode(401);
    }

    @Test
    void the_issuer_decides_the_role_and_no_claim_does() {
        String ambitious = TestIssuers.BUYERS.token(
                "kim", Map.of("groups", List.of("merchant", "service"), "role", "merchant", "store_id", "x"));
        given().auth()
                .oauth2(ambitious)
                .get("/parcels/merchant")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().auth().oauth2(ambitious).get("/parcels/service").then().statusCode(403);
        given().auth().oauth2(ambitious).get("/parcels/buyer").then().statusCode(200);
        given().auth().oauth2(Tokens.operator()).get("/parcels/buyer").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.service("store"))
                .get("/parcels/buyer")
                .then()
                .statusCode(403);
    }

    @Test
    void a_merchant_is_known_by_three_ids() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        StoreId store = new StoreId(UUID.randomUUID());
        WalletId wallet = new WalletId(UUID.randomUUID());
        given().auth()
                .oauth2(Tokens.merchant(merchant, store, wallet))
                .get("/parcels/merchant")
                .then()
                .statusCode(200)
                .body("merchant", equalTo(merchant.toString()))
                .body("store", equalTo(store.toString()))
                .body("wallet", equalTo(wallet.toString()));
    }

    @Test
    void a_buyer_owns_an_address_only_when_it_is_proven() {
        String self = Tokens.recipient("kim").toString();
        buyer(Tokens.buyer("kim")).body("recipients", contains(self)).body("nickname", equalTo("kim"));
        buyer(Tokens.buyer("kim", "Kim@Example.com"))
                .body("recipients[0]", equalTo(self))
                .body("recipients[1]", matchesPattern("address:[0-9a-f]{64}"));
        String unproven = TestIssuers.BUYERS.token("kim", Map.of("email", "kim@example.com", "email_verified", false));
        buyer(unproven).body("recipients", contains(self));
        String asText = TestIssuers.BUYERS.token("kim", Map.of("email", "kim@example.com", "email_verified", "true"));
        buyer(asText).body("recipients", contains(self));
    }

    @Test
    void a_service_is_known_by_its_name() {
        given().auth()
                .oauth2(Tokens.service("store"))
                .get("/parcels/service")
                .then()
                .statusCode(200)
                .body(equalTo("store"));
    }

    @Test
    void an_issuer_whose_keys_have_not_come_is_no_fault_of_its_tokens() {
        String early = Forgeries.by("https://late.test");
        given().auth()
                .oauth2(early)
                .get("/parcels/buyer")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("neighbour-unavailable"));
    }

    @Test
    void readiness_says_whose_keys_are_here() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'issuer keys' }.data.buyers", equalTo("here"))
                .body("checks.find { it.name == 'issuer keys' }.data.nobody", nullValue());
    }

    @Test
    void a_token_is_good_again_and_again_until_its_session_ends() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        String token = TestIssuers.MERCHANTS.token(
                merchant.toString(),
                Map.of("sid", "s1", "store_id", merchant.toString(), "wallet_id", merchant.toString()));
        for (int i = 0; i < 3; i++) {
            given().auth().oauth2(token).get("/parcels/merchant").then().statusCode(200);
        }
        ended.end(merchant.toString(), Instant.now(), "s1");
        given().auth().oauth2(token).get("/parcels/merchant").then().statusCode(401);
    }

    @Test
    void a_token_that_is_used_all_the_time_is_refused_once_it_has_expired() {
        String token = TestIssuers.BUYERS.token("kim", Duration.ofSeconds(1), Map.of());
        buyer(token);
        Eventually.within(Duration.ofSeconds(20))
                .that(() -> given().auth()
                        .oauth2(token)
                        .get("/parcels/buyer")
                        .then()
                        .statusCode(401));
    }

    @Test
    void a_service_may_call_what_is_for_it_alone_and_no_other_may() {
        given().auth()
                .oauth2(Tokens.service("payment"))
                .get("/parcels/payment")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.service("gateway"))
                .get("/parcels/payment")
                .then()
                .statusCode(403);
        String pretender = TestIssuers.BUYERS.token("payment", Map.of("groups", List.of("service:payment")));
        given().auth().oauth2(pretender).get("/parcels/payment").then().statusCode(403);
    }

    private static ValidatableResponse buyer(String token) {
        return given().auth().oauth2(token).get("/parcels/buyer").then().statusCode(200);
    }

    private static Matcher<Integer> equalTo401(String forgery) {
        return describedAs("401 for " + forgery, equalTo(401));
    }
}
