package io.sirenorder.store.quote;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.contracts.store.Weekday;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class QuoteResourceTest {

    @Inject
    Town town;

    @Inject
    RedisDataSource redis;

    @Test
    void the_price_is_the_menus_with_its_options() {
        Shop shop = town.openShop();

        quote(shop, Pickup.TO_GO, line("caffe-latte", 2, Map.of("size", "GRANDE", "cup", "OWN")))
                .statusCode(200)
                .body("storeName", equalTo("강남점"))
                .body("portoneMerchantCode", equalTo("store-code-1"))
                .body("lines[0].priceKrw", equalTo(5_100))
                .body("lines[0].name", equalTo("카페 라떼"))
                .body("lines[0].options", equalTo(Map.of("size", "GRANDE", "temperature", "HOT", "cup", "OWN")))
                .body("totalKrw", equalTo(10_200));
    }

    @Test
    void a_stores_own_price_holds_there() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("priceKrw", 5_500))
                .put(shop.path() + "/menu/americano/price")
                .then()
                .statusCode(204);

        quote(shop, null, line("americano", 1, Map.of()))
                .statusCode(200)
                .body("totalKrw", equalTo(5_500))
                .body("lines[0].menuPriceKrw", equalTo(4_500));
    }

    @Test
    void a_closed_store_quotes_nothing() {
        Shop shop = town.shop();
        problem(quote(shop, null, line("americano", 1, Map.of())), 409, "store-closed")
                .body("title", equalTo("영업중인 매장이 아닙니다."));
        town.connect(shop);
        quote(shop, null, line("americano", 1, Map.of())).statusCode(200);

        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        problem(quote(shop, null, line("americano", 1, Map.of())), 409, "store-closed");
    }

    @Test
    void a_closed_store_says_until_when_where_that_is_known() {
        Shop shop = town.openShop();
        QuoteRequest.Line coffee = line("americano", 1, Map.of());
        Instant until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(600);
        as(shop).body(Map.of("until", until.toString()))
                .put(shop.path() + "/pause")
                .then()
                .statusCode(204);
        problem(quote(shop, null, coffee), 409, "store-closed").body("until", equalTo(until.toString()));
        as(shop).delete(shop.path() + "/pause").then().statusCode(204);

        LocalDate next = LocalDate.now(KoreanTime.ZONE).plusDays(2);
        Map<String, Object> hours = Map.of("opens", "08:30", "closes", "20:00");
        as(shop).body(Map.of("orderingHours", Map.of(Weekday.of(next.getDayOfWeek()), hours)))
                .patch(shop.path())
                .then()
                .statusCode(200);
        problem(quote(shop, null, coffee), 409, "store-closed")
                .body(
                        "until",
                        equalTo(next.atTime(8, 30)
                                .atZone(KoreanTime.ZONE)
                                .toInstant()
                                .toString()));

        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        problem(quote(shop, null, coffee), 409, "store-closed").body("$", not(hasKey("until")));
    }

    @Test
    void a_till_that_just_connected_counts_at_once() {
        Shop shop = town.shop();
        redis.sortedSet(String.class)
                .zadd("presence:of:" + shop.tills(), System.currentTimeMillis() + 45_000.0, "node:1");

        quote(shop, null, line("americano", 1, Map.of())).statusCode(200);
    }

    @Test
    void what_is_sold_out_there_can_not_be_had_there() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("available", false))
                .put(shop.path() + "/menu/americano/availability")
                .then()
                .statusCode(204);

        problem(quote(shop, null, line("americano", 1, Map.of())), 409, "item-unavailable");
        quote(null, null, line("americano", 1, Map.of())).statusCode(200).body("storeId", equalTo(null));
    }

    @Test
    void a_gift_that_no_store_has_can_not_be_bought() {
        town.shop();
        town.rows("""
                INSERT INTO store_items (store_id, menu_item_id, sold_out) SELECT id, 'siren-tumbler', true FROM stores
                ON CONFLICT (store_id, menu_item_id) DO UPDATE SET sold_out = true
                """);

        problem(quote(null, null, line("siren-tumbler", 1, Map.of())), 409, "item-unavailable");
    }

    @Test
    void a_disposable_cup_is_not_for_drinking_in() {
        Shop shop = town.openShop();
        Map<String, String> disposable = Map.of("cup", "DISPOSABLE");

        problem(quote(shop, Pickup.DINE_IN, line("americano", 1, disposable)), 400, "invalid-request");
        quote(shop, Pickup.TO_GO, line("americano", 1, disposable)).statusCode(200);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Shop shop = town.openShop();
        QuoteRequest.Line one = line("americano", 1, Map.of());

        problem(quote(shop, null, line("unheard-of", 1, Map.of())), 404, "menu-item-unknown");
        problem(quote(shop, null, line("americano", 1, Map.of("size", "HUGE"))), 400, "invalid-request");
        problem(quote(shop, null, line("americano", 1, Map.of("colour", "RED"))), 400, "invalid-request");
        problem(quote(shop, null, line("americano", 0, Map.of())), 400, "invalid-request");
        problem(quote(shop, null, line("americano", 100, Map.of())), 400, "invalid-request");
        problem(send(new QuoteRequest(shop.store(), List.of())), 400, "invalid-request");
        problem(send(new QuoteRequest(shop.store(), Collections.nCopies(21, one))), 400, "invalid-request");
        problem(send(new QuoteRequest(new StoreId(UUID.randomUUID()), List.of(one))), 404, "store-unknown");
        BadInputs.of(
                        "{\"storeId\": \"%s\", \"pickup\": \"TO_GO\", \"lines\": [{\"menuItemId\": \"americano\", \"quantity\": 1, \"options\": {\"size\": \"TALL\"}}]}"
                                .formatted(shop.store()))
                .optional("storeId", "pickup", "options")
                .free("options")
                .areRefusedBy("POST", "/internal/quotes", Tokens.service("payment"));
    }

    @Test
    void only_services_ask() {
        Shop shop = town.shop();

        as(shop).body("{}").post("/internal/quotes").then().statusCode(403);
        Town.asBuyer("kim").body("{}").post("/internal/quotes").then().statusCode(403);
    }

    private static QuoteRequest.Line line(String item, int quantity, Map<String, String> options) {
        return new QuoteRequest.Line(MenuItemId.fromString(item), quantity, options);
    }

    private static ValidatableResponse quote(Shop shop, Pickup pickup, QuoteRequest.Line line) {
        return send(new QuoteRequest(shop == null ? null : shop.store(), pickup, List.of(line)));
    }

    private static ValidatableResponse send(QuoteRequest request) {
        return asService().body(request).post("/internal/quotes").then();
    }
}
