package io.sirenorder.store.hold;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.count;
import static io.sirenorder.store.hold.Kitchens.hold;
import static io.sirenorder.store.hold.Kitchens.slots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreAccountChanged;
import io.sirenorder.contracts.store.Weekday;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HoldResourceTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void a_repeated_hold_gets_the_same_answer_and_another_request_is_refused() {
        Shop shop = town.openShop();
        count(shop, 10);
        CheckoutId id = checkout();

        String first = hold(id, shop, "kim", 3)
                .then()
                .statusCode(200)
                .body("units", equalTo(3))
                .body("promise.readyFrom", notNullValue())
                .body("portoneMerchantCode", equalTo("store-code-1"))
                .body("lines[0].englishName", equalTo("Caffe Americano"))
                .extract()
                .asString();
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        assertThat(hold(id, shop, "kim", 3).then().statusCode(200).extract().asString())
                .isEqualTo(first);
        problem(hold(id, shop, "kim", 2).then(), 409, "hold-differs");
        problem(hold(checkout(), shop, "kim", 2).then(), 409, "store-closed");
        assertThat(level(shop)).isEqualTo(List.of(10, 3));
    }

    @Test
    void a_hold_keeps_its_account_and_the_next_one_has_what_operators_named_last() {
        Shop shop = town.openShop();
        CheckoutId first = checkout();
        hold(first, shop, "kim", 1).then().statusCode(200).body("portoneMerchantCode", equalTo("store-code-1"));
        long version = 2;
        for (String code : Arrays.asList("mapo", null)) {
            StubServices.feed("merchant")
                    .append(
                            new MerchantStoreAccountChanged(shop.merchant(), shop.store(), code, Instant.now()),
                            version++);
            SOON.that(() -> hold(checkout(), shop, "lee-" + UUID.randomUUID(), 1)
                    .then()
                    .statusCode(200)
                    .body("portoneMerchantCode", equalTo(code)));
        }
        hold(first, shop, "kim", 1).then().body("portoneMerchantCode", equalTo("store-code-1"));
    }

    @Test
    void what_is_given_back_twice_comes_back_once() {
        Shop shop = town.openShop();
        count(shop, 10);
        slots(shop, 30, 10);
        CheckoutId id = checkout();
        hold(id, shop, "kim", 4).then().statusCode(200);
        assertThat(units(shop)).isEqualTo(4);

        asService().delete("/internal/holds/" + id).then().statusCode(204);
        asService().delete("/internal/holds/" + id).then().statusCode(204);

        assertThat(level(shop)).isEqualTo(List.of(10, 0));
        assertThat(units(shop)).isZero();
        problem(hold(id, shop, "kim", 4).then(), 409, "checkout-ended");
    }

    @Test
    void a_release_that_overtakes_its_hold_wins() {
        Shop shop = town.openShop();
        CheckoutId id = checkout();

        asService().delete("/internal/holds/" + id).then().statusCode(204);

        problem(hold(id, shop, "kim", 1).then(), 409, "checkout-ended");
    }

    @Test
    void two_lines_of_one_item_count_together_and_the_refusal_names_them() {
        Shop shop = town.openShop();
        count(shop, 3);

        problem(hold(checkout(), shop, "kim", 2, 2).then(), 409, "item-unavailable")
                .body("lines", equalTo(List.of(0, 1)))
                .body("remaining", equalTo(List.of(3, 3)))
                .body("$", not(hasKey("ownCheckoutId")));
        assertThat(level(shop)).isEqualTo(List.of(3, 0));
        hold(checkout(), shop, "kim", 2, 1).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_promise_reaches_over_the_end_of_the_hours(boolean inSlots) {
        Shop shop = town.openShop();
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime closing = now.plusMinutes(14);
        trades(shop, now.minusHours(1), closing);
        as(shop).body(
                        inSlots
                                ? Map.of("prepMinutes", 1, "slotMinutes", 5, "unitsPerSlot", 1)
                                : Map.of("prepMinutes", 1, "secondsPerUnit", 180))
                .put(shop.path() + "/kitchen")
                .then()
                .statusCode(200);

        String ready = hold(checkout(), shop, "kim", 1)
                .then()
                .statusCode(200)
                .extract()
                .path("promise.readyFrom");
        assertThat(Instant.parse(ready)).isBefore(closing.toInstant());
        problem(hold(checkout(), shop, "lee", 8).then(), 409, "kitchen-full");
        assertThat(units(shop)).isEqualTo(inSlots ? 1 : 0);
    }

    /** The same hours each day; those that end on the next date began the day before. */
    private static void trades(Shop shop, ZonedDateTime opens, ZonedDateTime closes) {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        Map<String, String> hours = Map.of("opens", minutes.format(opens), "closes", minutes.format(closes));
        Map<String, Object> week =
                Arrays.stream(Weekday.values()).collect(Collectors.toMap(Weekday::name, day -> hours));
        as(shop).body(Map.of("orderingHours", week)).patch(shop.path()).then().statusCode(200);
    }

    @Test
    void own_hold_is_named() {
        Shop shop = town.openShop();
        count(shop, 2);
        slots(shop, 30, 500);
        CheckoutId own = checkout();
        hold(own, shop, "kim", 2).then().statusCode(200);

        problem(hold(checkout(), shop, "kim", 1).then(), 409, "item-unavailable")
                .body("ownCheckoutId", equalTo(own.toString()));
        problem(hold(checkout(), shop, "lee", 1).then(), 409, "item-unavailable")
                .body("$", not(hasKey("ownCheckoutId")));
        as(shop).delete(shop.path() + "/menu/americano/stock").then().statusCode(204);
        fill(shop);
        problem(hold(checkout(), shop, "kim", 1).then(), 409, "kitchen-full")
                .body("ownCheckoutId", equalTo(own.toString()))
                .body("nextFree", notNullValue());
    }

    @Test
    void a_fourth_hold_of_a_buyer_waits() {
        Shop shop = town.openShop();
        for (int i = 0; i < 3; i++) {
            hold(checkout(), shop, "kim", 1).then().statusCode(200);
        }
        problem(hold(checkout(), shop, "kim", 1).then(), 429, "too-many-requests");
        hold(checkout(), shop, "lee", 1).then().statusCode(200);
    }

    @Test
    void lowering_capacity_evicts_no_hold_and_raising_it_opens_at_once() {
        Shop shop = town.openShop();
        slots(shop, 30, 10);
        fillBut(shop, 8);
        hold(checkout(), shop, "kim", 8).then().statusCode(200);

        slots(shop, 30, 2);
        assertThat(units(shop)).isGreaterThanOrEqualTo(8);
        problem(hold(checkout(), shop, "lee", 1).then(), 409, "kitchen-full");
        slots(shop, 30, 12);
        hold(checkout(), shop, "lee", 2).then().statusCode(200);
    }

    @Test
    void a_promise_in_slots_is_the_last_slot_that_is_used() {
        Shop shop = town.openShop();
        slots(shop, 10, 2);

        String from = hold(checkout(), shop, "kim", 5)
                .then()
                .statusCode(200)
                .extract()
                .path("promise.readyFrom");

        Instant first = town.rows(
                        "SELECT min(starts_at), max(starts_at), count(*) FROM kitchen_slots WHERE store_id = $1",
                        shop.store().value())
                .get(0)
                .getOffsetDateTime(0)
                .toInstant();
        assertThat(Instant.parse(from)).isEqualTo(first.plus(Duration.ofMinutes(20)));
    }

    @Test
    void anyone_may_ask_for_the_price_and_the_wait_and_nothing_is_taken() {
        Shop shop = town.openShop();
        count(shop, 3);
        slots(shop, 10, 2);
        Map<String, Object> wanted = Map.of(
                "storeId", shop.store().toString(), "lines", List.of(Map.of("menuItemId", "americano", "quantity", 3)));

        given().contentType("application/json")
                .body(wanted)
                .post("/quotes")
                .then()
                .statusCode(200)
                .body("totalKrw", equalTo(13_500))
                .body("promise.ordersAhead", equalTo(0))
                .body("promise.minutes", notNullValue())
                .body("$", not(hasKey("portoneMerchantCode")));
        assertThat(level(shop)).isEqualTo(List.of(3, 0));
        assertThat(units(shop)).isZero();

        count(shop, 2);
        problem(
                        given().contentType("application/json")
                                .body(wanted)
                                .post("/quotes")
                                .then(),
                        409,
                        "item-unavailable")
                .body("remaining", equalTo(List.of(2)));
        problem(
                given().contentType("application/json")
                        .body(Map.of("lines", List.of()))
                        .post("/quotes")
                        .then(),
                400,
                "invalid-request");
        BadInputs.of(
                        "{\"storeId\": \"%s\", \"pickup\": \"TO_GO\", \"lines\": [{\"menuItemId\": \"americano\", \"quantity\": 1, \"options\": {\"size\": \"TALL\"}}]}"
                                .formatted(shop.store()))
                .optional("pickup", "options")
                .free("options")
                .areRefusedBy("POST", "/quotes", (String) null);
    }

    @Test
    void sums_above_the_bound_are_refused_before_anything_is_taken() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("priceKrw", 1_000_000))
                .put(shop.path() + "/menu/americano/price")
                .then()
                .statusCode(204);

        problem(hold(checkout(), shop, "kim", 99, 99).then(), 400, "invalid-request")
                .body("errors[0].field", equalTo("lines"));
    }

    @Test
    void bad_requests_are_refused() {
        Shop shop = town.openShop();
        String path = "/internal/holds/" + checkout();
        String good = """
                {"buyer": "%s", "storeId": "%s", "pickup": "TO_GO", "holdFor": "PT10M",
                 "lines": [{"menuItemId": "americano", "quantity": 1, "options": {"size": "TALL"}}]}""".formatted(Town.recipient("kim"), shop.store());

        BadInputs.of(good)
                .optional("pickup", "options")
                .free("options")
                .areRefusedBy("PUT", path, Tokens.service("payment"));
        for (String wrong : List.of("PT31M", "PT0S", "PT-1M")) {
            problem(asService().body(good.replace("PT10M", wrong)).put(path).then(), 400, "invalid-request")
                    .body("errors[0].field", equalTo("holdFor"));
        }
        problem(
                asService()
                        .body(good.replace(
                                shop.store().toString(), UUID.randomUUID().toString()))
                        .put(path)
                        .then(),
                404,
                "store-unknown");
        as(shop).body(good).put(path).then().statusCode(403);
        Town.asBuyer("kim").delete(path).then().statusCode(403);
    }

    @Test
    void a_kitchen_has_settings_that_make_sense_and_figures() {
        Shop shop = town.openShop();
        String path = shop.path() + "/kitchen";
        as(shop).get(path)
                .then()
                .statusCode(200)
                .body("slotMinutes", nullValue())
                .body("promises.last7Days", equalTo(0));
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("slotMinutes", 7, "unitsPerSlot", 3),
                Map.of("slotMinutes", 10),
                Map.of("unitsPerSlot", 10),
                Map.of("prepMinutes", 0),
                Map.of("secondsPerUnit", 601),
                Map.of("windowMinutes", 4),
                Map.of("collection", Map.of("confirm", "MAYBE")),
                Map.of("collection", Map.of("confirm", "NONE", "unclaimedAfterMinutes", 5)))) {
            problem(as(shop).body(bad).put(path).then(), 400, "invalid-request");
        }
        as(shop).body(Map.of("prepMinutes", 10, "collection", Map.of("confirm", "CODE")))
                .put(path)
                .then()
                .statusCode(200)
                .body("prepMinutes", equalTo(10));
        problem(as(town.shop()).get(path).then(), 404, "store-unknown");
        problem(as(town.shop()).body(Map.of()).put(path).then(), 404, "store-unknown");
        Town.asBuyer("kim").get(path).then().statusCode(403);
    }

    private List<Integer> level(Shop shop) {
        return as(shop)
                .get(shop.path() + "/stock")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Integer>>>path("items")
                .stream()
                .flatMap(item -> java.util.stream.Stream.of(item.get("remaining") + item.get("held"), item.get("held")))
                .toList();
    }

    private long units(Shop shop) {
        return town.rows(
                        "SELECT coalesce(sum(units), 0) FROM kitchen_slots WHERE store_id = $1",
                        shop.store().value())
                .get(0)
                .getLong(0);
    }

    /** Fills all slots of the next three hours. */
    private void fill(Shop shop) {
        town.rows("""
                INSERT INTO kitchen_slots (store_id, starts_at, units, capacity)
                SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 1800) * 1800) + i * interval '30 minutes', 500, 500
                FROM generate_series(0, 8) i
                ON CONFLICT (store_id, starts_at) DO UPDATE SET units = kitchen_slots.capacity
                """, shop.store().value());
    }

    /** Fills all slots but the third, which has so much room. */
    private void fillBut(Shop shop, int room) {
        town.rows("""
                INSERT INTO kitchen_slots (store_id, starts_at, units, capacity)
                SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 1800) * 1800) + i * interval '30 minutes',
                       CASE WHEN i = 2 THEN 10 - $2::int ELSE 10 END, 10
                FROM generate_series(0, 8) i
                """, shop.store().value(), room);
    }
}
