package io.sirenorder.store.coupon;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CouponOrderResourceTest {
    private static final String WANTED =
            "{\"code\": \"ABCD-EFGH-JKMN\", \"options\": {\"size\": \"TALL\"}, \"pickup\": \"TO_GO\", \"note\": \"연하게\"}";
    private static final String RESERVATIONS = "/internal/coupon-reservations/*";

    private static final CouponReservation RESERVED = new CouponReservation(
            new CouponId(UUID.randomUUID()),
            new OrderLine(MenuItemId.fromString("americano"), "아메리카노", 1, Map.of(), Krw.of(4_500)));

    @Inject
    Town town;

    @BeforeEach
    void a_good_coupon() {
        StubServices.forget();
        StubServices.answer("PUT", RESERVATIONS, request -> Reply.json(200, RESERVED));
    }

    /** Each is one character to who writes it, and seven to UTF-16. */
    @Test
    void a_note_is_counted_as_people_count_and_as_a_checkout_does() {
        String twenty = "\uD83D\uDC69\u200D\u2764\uFE0F\u200D\uD83D\uDC69".repeat(20);
        Shop shop = town.openShop();

        order(shop, UUID.randomUUID().toString(), WANTED.replace("연하게", twenty))
                .statusCode(201)
                .body("note", equalTo(twenty));
        order(shop, UUID.randomUUID().toString(), WANTED.replace("연하게", twenty + "!"))
                .statusCode(400)
                .body("errors.field", contains("note"));
    }

    @Test
    void a_coupon_buys_an_order_that_goes_the_way_of_a_paid_one() {
        Shop shop = town.openShop();

        String id = order(shop, UUID.randomUUID().toString())
                .statusCode(201)
                .body("status", equalTo("WAITING"))
                .body("tender", equalTo("COUPON"))
                .body("amountKrw", equalTo(0))
                .body("discountKrw", equalTo(4_500))
                .body("lines[0].options.size", equalTo("TALL"))
                .body("lines[0].options.temperature", equalTo("HOT"))
                .extract()
                .path("orderId");

        StubServices.Request asked = StubServices.requests().get(0);
        assertThat(asked.path()).endsWith("/" + id);
        assertThat(asked.json().get("code").asText()).isEqualTo("ABCD-EFGH-JKMN");
        assertThat(asked.json().get("holders").get(0).asText())
                .isEqualTo(Tokens.recipient("kim").value());
        assertThat(asked.authorization()).startsWith("Bearer ");
        as(shop).body(Map.of("reason", "TOO_BUSY"))
                .post("/orders/" + id + "/refusal")
                .then()
                .statusCode(200)
                .body("refund", equalTo(null));
    }

    @Test
    void a_closed_store_is_told_before_the_coupon_is_touched() {
        Shop shop = town.shop();

        problem(order(shop, "k-" + UUID.randomUUID()), 409, "store-closed").body("title", equalTo("영업중인 매장이 아닙니다."));
        assertThat(StubServices.requests()).isEmpty();
    }

    @Test
    void a_coupon_that_can_not_be_used_places_nothing() {
        StubServices.answer("PUT", RESERVATIONS, request -> Reply.problem(409, "coupon-not-usable"));

        problem(order(town.openShop(), UUID.randomUUID().toString()), 409, "coupon-not-usable")
                .body("title", equalTo("유효하지 않은 쿠폰사용으로 주문이 취소되었습니다"));
    }

    @Test
    void where_the_coupon_is_fine_the_buyer_hears_what_is_wrong() {
        Shop shop = town.openShop();
        for (String code : List.of("options-not-covered", "not-sold")) {
            StubServices.answer("PUT", RESERVATIONS, request -> Reply.problem(409, code));
            problem(order(shop, UUID.randomUUID().toString()), 409, code);
        }
    }

    @Test
    void a_coupon_order_without_room_is_a_conflict_and_its_coupon_is_free_again() {
        Shop shop = town.openShop();
        Town.as(shop)
                .body(Map.of("remaining", 0))
                .put(shop.path() + "/menu/americano/stock")
                .then()
                .statusCode(200);

        problem(order(shop, UUID.randomUUID().toString()), 409, "item-unavailable");

        assertThat(StubServices.requests()).anyMatch(request -> request.method().equals("DELETE"));
        Town.as(shop)
                .body(Map.of("remaining", 1))
                .put(shop.path() + "/menu/americano/stock")
                .then()
                .statusCode(200);
        order(shop, UUID.randomUUID().toString()).statusCode(201);
        Town.as(shop).get(shop.path() + "/stock").then().body("items[0].soldToday", equalTo(1));
    }

    @Test
    void a_coupon_service_that_is_down_is_asked_twice_told_to_release_and_then_the_buyer_may_try_again() {
        StubServices.answer("PUT", RESERVATIONS, request -> Reply.empty(500));
        Shop shop = town.openShop();
        String key = UUID.randomUUID().toString();

        problem(order(shop, key), 503, "neighbour-unavailable");
        assertThat(StubServices.requests())
                .extracting(StubServices.Request::method)
                .containsExactly("PUT", "PUT", "DELETE");
        a_good_coupon();
        order(shop, key).statusCode(201);
    }

    @Test
    void a_coupon_service_that_stumbles_once_is_not_noticed() {
        AtomicBoolean stumbled = new AtomicBoolean();
        StubServices.answer(
                "PUT",
                RESERVATIONS,
                request -> stumbled.getAndSet(true) ? Reply.json(200, RESERVED) : Reply.empty(500));

        order(town.openShop(), UUID.randomUUID().toString()).statusCode(201);
        assertThat(StubServices.requests()).hasSize(2);
    }

    @Test
    void a_buyer_who_guesses_codes_is_asked_to_wait_as_long_as_coupon_service_says() {
        StubServices.answer("PUT", RESERVATIONS, request -> Reply.tooManyRequests(1_800));
        Shop shop = town.openShop();
        String key = UUID.randomUUID().toString();

        problem(order(shop, key), 429, "too-many-requests").header("Retry-After", "1800");
        assertThat(StubServices.requests()).hasSize(1);
        a_good_coupon();
        order(shop, key).statusCode(201);
    }

    @Test
    void the_same_key_is_the_same_order() {
        Shop shop = town.openShop();
        String key = UUID.randomUUID().toString();

        String first = order(shop, key).statusCode(201).extract().path("orderId");

        assertThat(order(shop, key).statusCode(201).extract().<String>path("orderId"))
                .isEqualTo(first);
        assertThat(town.rows(
                        "SELECT 1 FROM orders WHERE store_id = $1", shop.store().value()))
                .hasSize(1);
    }

    @Test
    void what_the_store_has_not_can_not_be_had_and_the_coupon_is_given_back_at_once() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("available", false))
                .put(shop.path() + "/menu/americano/availability")
                .then()
                .statusCode(204);

        problem(order(shop, UUID.randomUUID().toString()), 409, "item-unavailable");
        assertThat(StubServices.requests())
                .extracting(StubServices.Request::method)
                .containsExactly("PUT", "DELETE");
    }

    @Test
    void bad_wishes_are_refused() {
        Shop shop = town.openShop();
        String path = shop.path() + "/coupon-orders";

        BadInputs.of(WANTED)
                .optional("options", "note")
                .free("options")
                .areRefusedBy("POST", path, Tokens.buyer("kim"));
        problem(
                asBuyer("kim")
                        .body(WANTED.replace("연하게", "가".repeat(21)))
                        .post(path)
                        .then(),
                400,
                "invalid-request");
        as(shop).body(WANTED).post(path).then().statusCode(403);
        assertThat(StubServices.requests()).isEmpty();
    }

    private static ValidatableResponse order(Shop shop, String key) {
        return order(shop, key, WANTED);
    }

    private static ValidatableResponse order(Shop shop, String key, String body) {
        return asBuyer("kim")
                .header("Idempotency-Key", key)
                .body(body)
                .post(shop.path() + "/coupon-orders")
                .then();
    }
}
