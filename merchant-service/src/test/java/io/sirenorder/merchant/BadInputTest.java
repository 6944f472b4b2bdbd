package io.sirenorder.merchant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused, each with a problem of the house's form. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class BadInputTest {
    private static final String REGISTRATION = """
            {"password": "correct horse battery", "handle": "gangnam", "store": {"name": "강남점", "address": "서울 강남구 테헤란로 1",
             "location": {"latitude": 37.4979, "longitude": 127.0276}, "phone": "02-555-0100",
             "description": "2층", "thumbnailUrl": "https://example.com/1.png", "portoneMerchantCode": "imp1",
             "openingHours": {"MON": {"opens": "09:00", "closes": "24:00"}}}}
            """;

    @Test
    void a_bad_registration_is_refused() {
        BadInputs.of(REGISTRATION)
                .optional("handle", "description", "thumbnailUrl", "portoneMerchantCode", "openingHours")
                .signed("latitude", "longitude")
                .areRefusedBy("POST", "/merchants", RestAssured::given);
    }

    /** store-service has the same rule for changes. */
    @ParameterizedTest
    @ValueSource(strings = {"02-1-1", "02-555-010a", "phone", "0", "+", "02-555-0100-0100-0100-0100-0100"})
    void what_is_no_telephone_number_is_refused(String number) {
        RestAssured.given()
                .contentType("application/json")
                .body(REGISTRATION.replace("02-555-0100", number))
                .post("/merchants")
                .then()
                .statusCode(400)
                .body("errors.field", contains("store.phone"));
    }

    @Test
    void a_bad_login_is_refused() {
        BadInputs.of("{\"merchantId\": \"%s\", \"password\": \"whatever it is\", \"keep\": false}"
                        .formatted(UUID.randomUUID()))
                .optional("keep")
                .areRefusedBy("POST", "/sessions", RestAssured::given);
        BadInputs.of("{\"refreshToken\": \"whatever it is\", \"keep\": false}")
                .optional("refreshToken", "keep")
                .areRefusedBy("POST", "/sessions/refreshes", RestAssured::given);
    }

    @Test
    void a_bad_change_of_password_is_refused() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        BadInputs.of("{\"currentPassword\": \"the one before\", \"newPassword\": \"the one after\"}")
                .areRefusedBy("PUT", "/merchants/" + merchant + "/password", token(merchant));
    }

    @Test
    void a_merchant_cannot_change_the_password_of_another() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        Map<String, String> body = Map.of("currentPassword", "the one before", "newPassword", "the one after");
        given().auth()
                .oauth2(token(new MerchantId(UUID.randomUUID())))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/merchants/" + merchant + "/password")
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/merchants/" + merchant + "/password")
                .then()
                .statusCode(401);
    }

    @Test
    void ids_that_are_none_are_not_found() {
        String token = token(new MerchantId(UUID.randomUUID()));
        given().auth().oauth2(token).get("/wallets/not-an-id").then().statusCode(404);
        given().auth().oauth2(token).get("/wallets/1-1-1-1-1").then().statusCode(404);
    }

    private static String token(MerchantId merchant) {
        return Tokens.merchant(merchant, new StoreId(UUID.randomUUID()), new WalletId(UUID.randomUUID()));
    }
}
