package io.sirenorder.coupon;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.testkit.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests as buyers, operators and neighbours make them. */
public final class Calls {
    public static final String STORE = UUID.randomUUID().toString();

    private Calls() {}

    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification buyer(String name) {
        return with(Tokens.buyer(name));
    }

    public static RequestSpecification operator() {
        return with(Tokens.operator());
    }

    public static RequestSpecification service() {
        return with(Tokens.service("store"));
    }

    /** A name that no other test uses. */
    public static String newName() {
        return "buyer-" + UUID.randomUUID();
    }

    /** The code of a fresh americano. */
    public static String published() {
        return operator()
                .body(Map.of("menuItemId", "americano"))
                .post("/coupons")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    public static Response register(String name, String code) {
        return buyer(name).post("/coupons/" + code + "/registration");
    }

    /** The code of a fresh americano in that buyer's box. */
    public static String registered(String name) {
        String code = published();
        register(name, code).then().statusCode(200);
        return code;
    }

    public static Response reserve(OrderId order, String code, String name) {
        return reserve(order, code, Map.of(), Tokens.recipient(name));
    }

    public static Response reserve(OrderId order, String code, Map<String, String> options, Recipient... holders) {
        List<String> names = Stream.of(holders).map(Recipient::value).toList();
        return service()
                .body(Map.of("storeId", STORE, "code", code, "holders", names, "options", options))
                .put("/internal/coupon-reservations/" + order);
    }

    public static Response reservePoints(UUID checkout, String name, long points) {
        return service()
                .body(Map.of(
                        "buyer",
                        Tokens.recipient(name).value(),
                        "points",
                        points,
                        "until",
                        Instant.now().toString()))
                .put("/internal/points-reservations/" + checkout);
    }

    public static OrderId newOrder() {
        return new OrderId(UUID.randomUUID());
    }
}
