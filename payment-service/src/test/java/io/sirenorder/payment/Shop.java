package io.sirenorder.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The world of a test: a store with one price, a buyer, and patience. */
public final class Shop {
    public static final StoreId GANGNAM = StoreId.fromString("0190f3a2-7c4e-7b1a-9a55-0d2f6f1c0a01");
    public static final MenuItemId LATTE = MenuItemId.fromString("caffe-latte");
    public static final long LATTE_WON = 5_000;
    public static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    /** Long enough to see that nothing happens. */
    public static final Eventually AT_REST = Eventually.within(Duration.ofMillis(700));

    private Shop() {}

    /** One price list for all: each piece of anything costs a latte's price. */
    public static void opens() {
        StubServices.forget();
        StubServices.answer("POST", "/internal/quotes", request -> Reply.json(200, quote(request)));
        StubServices.answer("PUT", "/internal/holds/*", request -> Reply.json(200, quote(request)));
        StubServices.answer("DELETE", "/internal/holds/*", request -> Reply.empty(204));
        StubServices.answer("PUT", "/internal/points-reservations/*", request -> Reply.json(200, Map.of()));
        StubServices.answer(
                "GET",
                "/menu",
                request -> Reply.json(
                        200,
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "menuItemId", LATTE.value(), "name", "카페라떼", "englishName", "Caffe Latte")))));
        StubServices.answer("GET", "/menu/*", request -> Reply.json(200, detail()));
    }

    /** The store names an account of its own at PortOne; call it after {@link #opens}. */
    public static void isPaidInto(String code) {
        StubServices.answer("POST", "/internal/quotes", request -> Reply.json(200, named(quote(request), code)));
        StubServices.answer("PUT", "/internal/holds/*", request -> Reply.json(200, named(quote(request), code)));
    }

    private static Quote named(Quote quote, String code) {
        return new Quote(
                quote.storeId(),
                quote.storeName(),
                quote.lines(),
                quote.totalKrw(),
                code,
                quote.promise(),
                quote.units());
    }

    /** The answer of the store to a quote and to a hold, with a ready window ten minutes from now; none for a gift. */
    private static Quote quote(StubServices.Request request) {
        List<OrderLine> lines = request.json().path("lines").findValuesAsText("quantity").stream()
                .map(quantity -> line(Integer.parseInt(quantity)))
                .toList();
        long total = lines.stream().mapToLong(line -> line.totalKrw().won()).sum();
        if (request.json().path("storeId").isNull()) {
            return new Quote(null, null, lines, Krw.of(total), null);
        }
        Instant from = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MINUTES);
        return new Quote(
                GANGNAM, "강남점", lines, Krw.of(total), null, new Promise(from, from.plusSeconds(300), 3, 10), 1);
    }

    public static OrderLine line(int quantity) {
        return new OrderLine(LATTE, "카페라떼", quantity, Map.of("size", "TALL"), Krw.of(LATTE_WON));
    }

    private static Map<String, Object> detail() {
        return Map.of(
                "menuItemId",
                LATTE.value(),
                "optionGroups",
                List.of(
                        Map.of("key", "size", "choices", List.of(Map.of("value", "TALL", "name", "톨"))),
                        Map.of(
                                "key",
                                "temperature",
                                "choices",
                                List.of(Map.of("value", "HOT", "name", "핫"), Map.of("value", "ICED", "name", "아이스"))),
                        Map.of("key", "cup", "choices", List.of(Map.of("value", "DISPOSABLE", "name", "일회용컵")))));
    }

    public static Map<String, Object> orderOf(int quantity) {
        return Map.of(
                "intent",
                "ORDER",
                "storeId",
                GANGNAM.toString(),
                "lines",
                List.of(Map.of("menuItemId", LATTE.value(), "quantity", quantity)),
                "pickup",
                "TO_GO");
    }

    public static Map<String, Object> giftTo(String email) {
        return Map.of("intent", "GIFT", "gift", Map.of("to", email, "menuItemId", LATTE.value(), "quantity", 1));
    }

    /** A buyer of one test alone. */
    public static String anyBuyer() {
        return "buyer-" + UUID.randomUUID();
    }

    public static String checkout(String buyer, Map<String, Object> wanted) {
        JsonPath answer = given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/checkouts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return answer.getString("checkoutId");
    }

    public static JsonPath progress(String buyer, String checkout) {
        return given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .get("/checkouts/" + checkout)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static UUID uuid(String id) {
        return UUID.fromString(id);
    }

    public static void becomes(String buyer, String checkout, String status) {
        SOON.that(
                () -> assertThat(progress(buyer, checkout).getString("status")).isEqualTo(status));
    }
}
