package io.sirenorder.merchant;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Merchants for the tests. */
public final class Registrations {
    public static final String PASSWORD = "correct horse battery";

    private Registrations() {}

    /** The answer to a fresh registration: the three ids. */
    public static JsonPath fresh() {
        return given().contentType(ContentType.JSON)
                .body(of(PASSWORD))
                .post("/merchants")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The body that a merchant with that password would send. */
    public static Map<String, Object> of(String password) {
        return Map.of("password", password, "store", store());
    }

    public static Map<String, Object> store() {
        return Map.of(
                "name", "강남점",
                "address", "서울 강남구 테헤란로 1",
                "location", Map.of("latitude", 37.4979, "longitude", 127.0276),
                "phone", "02-555-0100");
    }
}
