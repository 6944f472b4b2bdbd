package io.sirenorder.payment.checkout;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.GANGNAM;
import static io.sirenorder.payment.Shop.LATTE;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CheckoutResourceTest extends PaymentTest {
    private final String buyer = Shop.anyBuyer();

    @Test
    void an_order_is_promised_at_the_menus_price() {
        post(Shop.orderOf(2))
                .statusCode(201)
                .body("amountKrw", equalTo((int) (2 * LATTE_WON)))
                .body("orderName", equalTo("카페라떼"))
                .body("portone.version", equalTo("V2"))
                .body("portone.customData.type", equalTo("order"));
    }

    @Test
    void its_number_is_portones_and_the_amount_is_registered_there() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.faults(List.of(Map.of("fault", "refuse-other-amount")));
        assertThat(Sim.Purchase.of(checkout, LATTE_WON + 1).payStatus()).isEqualTo(409);
    }

    @Test
    void an_address_is_kept_only_as_a_hash() {
        String checkout = Shop.checkout(buyer, Shop.giftTo("Friend@Example.com"));
        assertThat(ledger.count("SELECT count(*) FROM checkouts WHERE draft ILIKE '%friend%'"))
                .isZero();
        assertThat(ledger.count(
                        "SELECT count(*) FROM checkouts WHERE id = $1 AND draft LIKE '%address:%'",
                        Shop.uuid(checkout)))
                .isEqualTo(1);
    }

    @Test
    void points_lower_the_amount_and_are_reserved_until_it_expires() {
        post(with(Shop.orderOf(1), "points", 1_000))
                .statusCode(201)
                .body("amountKrw", equalTo((int) LATTE_WON - 1_000));
        StubServices.Request asked = StubServices.requests().stream()
                .filter(request -> request.path().startsWith("/internal/points-reservations/"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.json().path("points").asLong()).isEqualTo(1_000);
        assertThat(asked.json().path("buyer").asText())
                .isEqualTo(Tokens.recipient(buyer).value());
    }

    @Test
    void points_alone_pay_without_portone() {
        String checkout = post(with(Shop.orderOf(1), "points", LATTE_WON))
                .statusCode(201)
                .body("amountKrw", equalTo(0))
                .body("portone", nullValue())
                .extract()
                .path("checkoutId");
        assertThat(ledger.types(checkout)).containsExactly("payment.approved");
        assertThat(ledger.events(checkout).get(0).body().path("pointsKrw").asLong())
                .isEqualTo(LATTE_WON);
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("PAID");
    }

    @Test
    void points_that_the_buyer_does_not_have_promise_nothing() {
        StubServices.answer(
                "PUT", "/internal/points-reservations/*", request -> Reply.problem(409, "insufficient-points"));
        post(with(Shop.orderOf(1), "points", 1_000)).statusCode(409).body("code", equalTo("insufficient-points"));
        assertThat(ledger.count(
                        "SELECT count(*) FROM checkouts WHERE buyer = $1 AND status = 'EXPIRED'",
                        Tokens.recipient(buyer).value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store-closed:409",
                "store-unknown:404",
                "item-unavailable:409",
                "menu-item-unknown:404",
                "kitchen-full:409"
            })
    void what_the_store_refuses_the_buyer_hears(String refusal) {
        String slug = refusal.substring(0, refusal.indexOf(':'));
        int status = Integer.parseInt(refusal.substring(refusal.indexOf(':') + 1));
        StubServices.answer("PUT", "/internal/holds/*", request -> Reply.problem(status, slug));
        post(Shop.orderOf(1)).statusCode(status).body("code", equalTo(slug));
    }

    @Test
    void nothing_is_promised_while_portone_is_down() {
        Sim.faults(List.of(Sim.rule("down", "v2.pre-register", 1)));
        post(Shop.orderOf(1)).statusCode(503).header("Retry-After", equalTo("2"));
    }

    @Test
    void neighbours_that_stumble_once_are_asked_again() {
        StubServices.answerOnce("PUT", "/internal/holds/*", request -> Reply.empty(503));
        StubServices.answerOnce("PUT", "/internal/points-reservations/*", request -> Reply.empty(503));
        post(with(Shop.orderOf(1), "points", 1_000)).statusCode(201);
        assertThat(StubServices.requests()).hasSize(4);
    }

    @Test
    void the_same_key_opens_one_checkout() {
        String key = UUID.randomUUID().toString();
        String first = with(key, Shop.orderOf(1)).statusCode(201).extract().path("checkoutId");
        String second = with(key, Shop.orderOf(1)).statusCode(201).extract().path("checkoutId");
        assertThat(second).isEqualTo(first);
        with(key, Shop.orderOf(2)).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_buyer_cannot_see_the_checkout_of_another() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        String foreign =
                get(Shop.anyBuyer(), checkout).statusCode(404).extract().path("code");
        assertThat((String) get(buyer, UUID.randomUUID().toString())
                        .statusCode(404)
                        .extract()
                        .path("code"))
                .isEqualTo(foreign);
        given().get("/checkouts/" + checkout).then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/checkouts/" + checkout)
                .then()
                .statusCode(403);
    }

    @Test
    void an_unpaid_checkout_expires_and_is_announced() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET expires_at = now() - interval '1 hour' WHERE id = $1", Shop.uuid(checkout));
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("checkout.expired"));
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("EXPIRED");
    }

    @Test
    void the_hundred_and_first_unpaid_checkout_of_an_hour_is_too_many() {
        ledger.run("""
                INSERT INTO checkouts (id, version, events, origin, intent, buyer, draft, order_name, total_krw, points_krw,
                                       status, created_at, expires_at)
                SELECT gen_random_uuid(), 0, 0, 'PROMISE', 'ORDER', $1, '{}', 'x', 1, 0, 'EXPIRED', now(), now()
                FROM generate_series(1, 100)""", Tokens.recipient(buyer).value());
        post(Shop.orderOf(1)).statusCode(429).body("code", equalTo("too-many-requests"));
    }

    @Test
    void the_thirty_first_gift_of_a_day_is_too_many_and_an_order_is_not() {
        ledger.run("""
                INSERT INTO checkouts (id, version, events, origin, intent, buyer, draft, order_name, total_krw, points_krw,
                                       status, created_at, expires_at)
                SELECT gen_random_uuid(), 0, 0, 'PROMISE', 'GIFT', $1, '{}', 'x', 1, 0, 'OPEN', now(), now() + interval '1 hour'
                FROM generate_series(1, 29)""", Tokens.recipient(buyer).value());
        post(Shop.giftTo("friend@example.com")).statusCode(201);
        post(Shop.giftTo("friend@example.com")).statusCode(429).body("code", equalTo("too-many-requests"));
        post(Shop.orderOf(1)).statusCode(201);
    }

    @Test
    void the_hundred_and_first_gift_of_a_day_to_one_recipient_is_too_many_whoever_gave_the_others() {
        String friend = "friend-" + UUID.randomUUID() + "@example.com";
        String gift = post(Shop.giftTo(friend)).statusCode(201).extract().path("checkoutId");
        String to = ledger.text("SELECT gift_to FROM checkouts WHERE id = $1", UUID.fromString(gift));
        assertThat(to).startsWith("address:");
        giftsOfOthers(to, "EXPIRED", 100);
        giftsOfOthers(to, "OPEN", 100);
        giftsOfOthers(to, "PAID", 99);

        post(Shop.giftTo(friend)).statusCode(201);
        giftsOfOthers(to, "PAID", 1);

        post(Shop.giftTo(friend)).statusCode(429).body("code", equalTo("too-many-requests"));
        post(Shop.giftTo("another-" + friend)).statusCode(201);
    }

    private void giftsOfOthers(String to, String status, int count) {
        ledger.run("""
                INSERT INTO checkouts (id, version, events, origin, intent, buyer, draft, order_name, total_krw, points_krw,
                                       status, created_at, expires_at, gift_to)
                SELECT gen_random_uuid(), 0, 0, 'PROMISE', 'GIFT', 'buyer:' || gen_random_uuid(), '{}', 'x', 1, 0, $1, now(),
                       now() + interval '1 hour', $2
                FROM generate_series(1, $3)""", status, to, count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"intent\":\"SALE\"}",
                "{\"intent\":\"ORDER\"}",
                "{\"intent\":\"GIFT\"}",
                "{\"intent\":\"ORDER\",\"intent\":\"GIFT\"}",
                "{\"intent\":\"GIFT\",\"gift\":{\"to\":\"nobody\",\"menuItemId\":\"caffe-latte\",\"quantity\":1}}",
                "{\"intent\":\"GIFT\",\"gift\":{\"to\":\"a@b.kr\",\"menuItemId\":\"caffe-latte\",\"quantity\":1,\"wrap\":\"card4\"}}",
                "{\"intent\":\"GIFT\",\"gift\":{\"to\":\"a@b.kr\",\"menuItemId\":\"caffe-latte\",\"quantity\":1000}}",
                "{\"intent\":\"GIFT\",\"gift\":{\"to\":\"a@b.kr\",\"menuItemId\":\"../etc\",\"quantity\":1}}"
            })
    void what_is_no_wish_is_a_400(String body) {
        given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/checkouts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void each_field_has_its_bounds() {
        Map<String, Object> good = Shop.orderOf(1);
        List<Object> oneLine = List.of(Map.of("menuItemId", LATTE.value(), "quantity", 1));
        for (Object points : List.of(-1, 1.9, "100", true, Long.MAX_VALUE, LATTE_WON + 1)) {
            post(with(good, "points", points)).statusCode(400);
        }
        for (Object quantity : List.of(0, -1, 1.9, "2", 100, 1_000)) {
            post(with(good, "lines", List.of(Map.of("menuItemId", LATTE.value(), "quantity", quantity))))
                    .statusCode(400);
        }
        post(with(good, "lines", List.of())).statusCode(400);
        post(with(good, "lines", Collections.nCopies(21, oneLine.get(0)))).statusCode(400);
        post(with(good, "note", "열여덟글자보다조금더길어서들어가지않는글")).statusCode(201);
        post(with(good, "note", "x".repeat(21))).statusCode(400);
        post(with(good, "amountKrw", 1)).statusCode(400);
        post(with(good, "storeId", "1-1-1-1-1")).statusCode(400);
    }

    @Test
    void an_order_is_held_before_it_is_opened_and_its_promise_is_kept() {
        String checkout = post(Shop.orderOf(2))
                .statusCode(201)
                .body("promise.minutes", equalTo(10))
                .body("promise.ordersAhead", equalTo(3))
                .extract()
                .path("checkoutId");
        StubServices.Request hold = requests("PUT").get(0);
        assertThat(hold.path()).isEqualTo("/internal/holds/" + checkout);
        assertThat(hold.json().path("holdFor").asText()).isEqualTo("PT15M30S");
        assertThat(hold.json().path("buyer").asText())
                .isEqualTo(Tokens.recipient(buyer).value());
        assertThat(Shop.progress(buyer, checkout).getString("promise.readyFrom"))
                .isNotNull();
        Sim.Purchase.of(checkout, 2 * LATTE_WON).pay();
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        assertThat(ledger.events(checkout)
                        .get(0)
                        .body()
                        .path("order")
                        .path("promise")
                        .path("readyUntil")
                        .asText())
                .isNotEmpty();
        assertThat(requests("DELETE")).isEmpty();
    }

    @Test
    void a_gift_holds_nothing() {
        post(Shop.giftTo("friend@example.com")).statusCode(201).body("promise", nullValue());
        assertThat(requests("PUT")).isEmpty();
    }

    @Test
    void a_store_service_of_the_release_before_quotes_without_holding() {
        StubServices.answer("PUT", "/internal/holds/*", request -> Reply.problem(404, "not-found"));
        post(Shop.orderOf(1)).statusCode(201).body("promise", nullValue());
    }

    @Test
    void the_stores_refusal_reaches_the_buyer_whole() {
        Map<String, Object> full = Map.of(
                "code", "kitchen-full", "status", 409, "nextFree", "2026-11-25T03:10:00Z", "ownCheckoutId", "c-1");
        StubServices.answer(
                "PUT",
                "/internal/holds/*",
                request -> new Reply(
                        409,
                        "application/problem+json",
                        Tolerant.mapper().valueToTree(full).toString()));
        post(Shop.orderOf(1))
                .statusCode(409)
                .body("code", equalTo("kitchen-full"))
                .body("nextFree", equalTo("2026-11-25T03:10:00Z"))
                .body("ownCheckoutId", equalTo("c-1"));
    }

    @Test
    void a_hold_is_given_back_when_no_checkout_is_opened() {
        post(with(Shop.orderOf(1), "points", LATTE_WON + 1)).statusCode(400);
        assertThat(requests("DELETE")).hasSize(1);
        StubServices.answer("PUT", "/internal/holds/*", request -> Reply.empty(503));
        post(Shop.orderOf(1)).statusCode(503);
        assertThat(requests("DELETE")).hasSize(2);
    }

    @Test
    void services_may_ask_what_became_of_a_checkout() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        state(checkout).statusCode(200).body("status", equalTo("OPEN")).body("outcome", nullValue());
        Sim.faults(List.of(Map.of("fault", "amount-differs", "by", 1, "times", 1)));
        Sim.Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        state(checkout).statusCode(200).body("outcome", equalTo("REFUNDED"));
        state(UUID.randomUUID().toString()).statusCode(404);
        given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .get("/internal/checkouts/" + checkout)
                .then()
                .statusCode(403);
    }

    @Test
    void an_open_checkout_can_be_paid_from_another_page() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(Shop.progress(buyer, checkout).getString("portone.paymentId"))
                .isEqualTo(checkout);
        Sim.Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        assertThat(Shop.progress(buyer, checkout).getString("portone")).isNull();
    }

    @Test
    void an_abandoned_checkout_is_over_at_once() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        abandon(Shop.anyBuyer(), checkout).statusCode(404);
        abandon(buyer, checkout).statusCode(204);
        assertThat(ledger.types(checkout)).containsExactly("checkout.expired");
        assertThat(Shop.progress(buyer, checkout).getString("reason")).isEqualTo("checkout-abandoned");
        abandon(buyer, checkout).statusCode(409).body("code", equalTo("checkout-ended"));
        Sim.Purchase.of(checkout, LATTE_WON).pay();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("DONE"));
    }

    @Test
    void a_refused_order_still_has_its_number() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() ->
                assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED"));
        assertThat(Shop.progress(buyer, checkout).getString("orderId")).isEqualTo(checkout);
    }

    @Test
    void a_sum_that_no_checkout_may_reach_is_a_400() {
        StubServices.answer(
                "PUT",
                "/internal/holds/*",
                request -> Reply.json(
                        200, new Quote(GANGNAM, "강남점", List.of(Shop.line(30_000)), Krw.of(100_000_001), null)));
        post(Shop.orderOf(1)).statusCode(400).body("errors[0].field", equalTo("lines"));
        assertThat(requests("DELETE")).hasSize(1);
    }

    @Test
    void points_leave_an_amount_that_a_card_can_be_charged() {
        post(with(Shop.orderOf(1), "points", LATTE_WON - 1))
                .statusCode(201)
                .body("amountKrw", equalTo(100))
                .body("pointsKrw", equalTo((int) LATTE_WON - 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\nb", "\u202eb", "\ud800", "\u200b"})
    void text_that_no_till_could_print_is_refused_before_anything_is_paid(String note) {
        post(with(Shop.orderOf(1), "note", note)).statusCode(400);
    }

    @Test
    void more_than_64_kib_is_too_large() {
        post(with(Shop.orderOf(1), "note", "x".repeat(70_000))).statusCode(413);
    }

    private ValidatableResponse post(Map<String, Object> wanted) {
        return with(UUID.randomUUID().toString(), wanted);
    }

    private ValidatableResponse with(String key, Map<String, Object> wanted) {
        return given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/checkouts")
                .then();
    }

    private static ValidatableResponse state(String checkout) {
        return given().header("Authorization", "Bearer " + Tokens.service("store"))
                .get("/internal/checkouts/" + checkout)
                .then();
    }

    /** Requests to the store's holds. */
    private static List<StubServices.Request> requests(String method) {
        return StubServices.requests().stream()
                .filter(request -> request.path().startsWith("/internal/holds/"))
                .filter(request -> request.method().equals(method))
                .toList();
    }

    private static ValidatableResponse abandon(String buyer, String checkout) {
        return given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .contentType(ContentType.JSON)
                .post("/checkouts/" + checkout + "/abandonment")
                .then();
    }

    private static ValidatableResponse get(String buyer, String checkout) {
        return given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .get("/checkouts/" + checkout)
                .then();
    }

    private static Map<String, Object> with(Map<String, Object> wanted, String field, Object value) {
        Map<String, Object> more = new HashMap<>(wanted);
        more.put(field, value);
        return more;
    }
}
