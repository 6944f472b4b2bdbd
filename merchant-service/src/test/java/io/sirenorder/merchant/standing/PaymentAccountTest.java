package io.sirenorder.merchant.standing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators name the account at PortOne that a store is paid into. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class PaymentAccountTest {
    @Inject
    Pool pool;

    private RegisteredStore store;

    @BeforeEach
    void register() {
        store = RegisteredStore.fresh();
    }

    @Test
    void an_account_is_named_changed_and_given_up_and_each_time_told() {
        put("mapo").statusCode(200).body("accountCode", is("mapo")).body("standing", is("ACTIVE"));
        put("gangnam").statusCode(200).body("accountCode", is("gangnam"));
        put("gangnam").statusCode(200).body("accountCode", is("gangnam"));
        put(null).statusCode(200).body("accountCode", nullValue());
        assertThat(told()).isEqualTo(Arrays.asList("mapo", "gangnam", "gangnam", null));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/merchants?q=" + store.merchantId())
                .then()
                .body("items[0].accountCode", nullValue());
    }

    @Test
    void a_store_that_registers_with_a_code_has_it() {
        var withCode = new java.util.HashMap<String, Object>(Registrations.store());
        withCode.put("portoneMerchantCode", "mapo");
        String id = given().contentType(ContentType.JSON)
                .body(java.util.Map.of("password", Registrations.PASSWORD, "store", withCode))
                .post("/merchants")
                .then()
                .statusCode(201)
                .extract()
                .path("merchantId");
        given().auth()
                .oauth2(Tokens.operator())
                .get("/merchants?q=" + id)
                .then()
                .body("items[0].accountCode", is("mapo"));
    }

    @Test
    void each_change_names_an_operator_and_repeating_it_is_none() {
        put("mapo").statusCode(200);
        put("mapo").statusCode(200);
        given().auth()
                .oauth2(store.token())
                .get("/merchants/" + store.merchantId() + "/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].what", is("payment-account"))
                .body("items[0].by", startsWith("operator:"))
                .body("items[0].before.code", nullValue())
                .body("items[0].after.code", is("mapo"));
    }

    @Test
    void operators_alone_name_it_and_only_of_a_store_that_there_is() {
        for (String caller : List.of(store.token(), Tokens.buyer("kim"), Tokens.service("store"))) {
            put(caller, path(), "mapo").statusCode(403);
        }
        given().contentType(ContentType.JSON).body("{}").put(path()).then().statusCode(401);
        put(
                        Tokens.operator(),
                        "/merchants/" + store.merchantId() + "/stores/" + UUID.randomUUID() + "/payment-account",
                        "mapo")
                .statusCode(404);
        put(
                        Tokens.operator(),
                        "/merchants/" + UUID.randomUUID() + "/stores/" + store.storeId() + "/payment-account",
                        "mapo")
                .statusCode(404);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_bad_code_is_refused() {
        BadInputs.of("{\"code\": \"mapo\"}")
                .optional("code")
                .areRefusedBy("PUT", path(), () -> RestAssured.given().auth().oauth2(Tokens.operator()));
        put("m".repeat(65)).statusCode(400);
        put("ma po").statusCode(400);
        put("").statusCode(400);
        assertThat(told()).doesNotContain("m".repeat(65), "ma po", "");
    }

    @Test
    void a_body_without_a_code_is_refused_and_moves_no_money_to_the_platform() {
        put("mapo").statusCode(200);
        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{}")
                .put(path())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("code"));
        assertThat(told()).containsExactly("mapo");
        put(null).statusCode(200).body("accountCode", nullValue());
    }

    private String path() {
        return store.path() + "/payment-account";
    }

    private ValidatableResponse put(String code) {
        return put(Tokens.operator(), path(), code);
    }

    private static ValidatableResponse put(String caller, String path, String code) {
        return given().auth()
                .oauth2(caller)
                .contentType(ContentType.JSON)
                .body(Collections.singletonMap("code", code))
                .put(path)
                .then();
    }

    /** The codes that this merchant's events told. */
    private List<String> told() {
        return store.told(pool, "merchant.store-account-changed", "code");
    }
}
