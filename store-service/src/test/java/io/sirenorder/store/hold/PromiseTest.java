package io.sirenorder.store.hold;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.hold;
import static io.sirenorder.store.hold.Kitchens.holdOf;
import static io.sirenorder.store.hold.Kitchens.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ready windows: what is ahead of a buyer lengthens them, and whether they were kept is counted. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class PromiseTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(25));

    @Inject
    Town town;

    @Inject
    MeterRegistry meters;

    @Test
    void held_waiting_and_accepted_pieces_are_ahead_of_the_next_buyer_once_each() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("prepMinutes", 1, "secondsPerUnit", 60))
                .put(shop.path() + "/kitchen")
                .then()
                .statusCode(200);
        isQuoted(shop, 2);
        queueIs(shop, 0, 0);

        CheckoutId id = checkout();
        hold(id, shop, "kim", 3).then().statusCode(200);
        isQuoted(shop, 5);
        queueIs(shop, 0, 0);

        OrderView order = placed(id, shop, "kim", 3, window(Instant.now().plusSeconds(600)));
        isQuoted(shop, 5);
        queueIs(shop, 1, 0);
        accept(shop, order, 10);
        isQuoted(shop, 5);
        queueIs(shop, 0, 1);
        finish(shop, order);
        isQuoted(shop, 2);
        queueIs(shop, 0, 0);
    }

    @Test
    void a_buyer_hears_that_an_order_will_be_late_and_each_promise_counts_as_kept_or_not() {
        Shop shop = town.openShop();
        String kim = "kim-" + UUID.randomUUID();
        double kept = counted("true");
        double broken = counted("false");

        OrderView late = placed(checkout(), shop, kim, 1, window(Instant.now().plusSeconds(600)));
        accept(shop, late, 60);
        SOON.that(() -> assertThat(town.mail(Town.recipient(kim), "order.status"))
                .anyMatch(frame -> frame.at("/d/status").asText().equals("accept")
                        && frame.at("/d/late").asBoolean()));
        finish(shop, late);

        OrderView overdue =
                placed(checkout(), shop, kim, 1, window(Instant.now().minusSeconds(120)));
        accept(shop, overdue, 1);
        finish(shop, overdue);

        assertThat(counted("true") - kept).isEqualTo(1);
        assertThat(counted("false") - broken).isEqualTo(1);
        assertThat(meters.get("siren.promise.error").timer().max(java.util.concurrent.TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(120);
        as(shop).get(shop.path() + "/kitchen")
                .then()
                .body("promises.last7Days", equalTo(2))
                .body("promises.keptPercent", equalTo(50));
    }

    @Test
    void a_piece_takes_the_kitchen_work_that_its_item_says_and_a_product_none() {
        onTheMenu("gift-tumbler", "PRODUCT", null);
        onTheMenu("party-platter", "FOOD", 5);
        Shop shop = town.openShop();
        as(shop).body(Map.of("prepMinutes", 1, "secondsPerUnit", 60))
                .put(shop.path() + "/kitchen")
                .then()
                .statusCode(200);
        isQuoted(shop, "gift-tumbler", 20, 1);
        isQuoted(shop, Kitchens.ITEM, 1, 2);
        isQuoted(shop, "party-platter", 2, 11);

        holdOf("gift-tumbler", checkout(), shop, 20).then().statusCode(200).body("units", equalTo(0));
        isQuoted(shop, Kitchens.ITEM, 1, 2);
        holdOf("party-platter", checkout(), shop, 2).then().statusCode(200).body("units", equalTo(10));
        isQuoted(shop, Kitchens.ITEM, 1, 12);
    }

    @Test
    void a_product_takes_no_place_in_a_slot() {
        onTheMenu("gift-tumbler", "PRODUCT", null);
        Shop shop = town.openShop();
        Kitchens.slots(shop, 30, 1);
        holdOf("gift-tumbler", checkout(), shop, 20).then().statusCode(200).body("units", equalTo(0));
        assertThat(town.rows(
                        "SELECT 1 FROM kitchen_slots WHERE store_id = $1 AND units > 0",
                        shop.store().value()))
                .isEmpty();
        hold(checkout(), shop, "kim", 1).then().statusCode(200).body("units", equalTo(1));
    }

    private static void onTheMenu(String id, String category, Integer prepUnits) {
        Map<String, Object> item = new HashMap<>(
                Map.of("name", "상품", "englishName", id, "category", category, "priceKrw", 1_000, "onSale", true));
        if (prepUnits != null) {
            item.put("prepUnits", prepUnits);
        }
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(item)
                .put("/menu/" + id)
                .then()
                .statusCode(200)
                .body("prepUnits", equalTo(prepUnits == null ? 0 : prepUnits));
    }

    private double counted(String kept) {
        var counter = meters.find("siren.promises").tag("kept", kept).counter();
        return counter == null ? 0 : counter.count();
    }

    /** A window is a full minute, so up to one more. */
    private static void isQuoted(Shop shop, int minutes) {
        isQuoted(shop, Kitchens.ITEM, 1, minutes);
    }

    private static void isQuoted(Shop shop, String item, int quantity, int minutes) {
        Map<String, Object> wanted = Map.of(
                "storeId", shop.store().toString(), "lines", List.of(Map.of("menuItemId", item, "quantity", quantity)));
        int quoted = given().contentType("application/json")
                .body(wanted)
                .post("/quotes")
                .then()
                .statusCode(200)
                .extract()
                .path("promise.minutes");
        assertThat(quoted).isBetween(minutes, minutes + 1);
    }

    private static void queueIs(Shop shop, int waiting, int making) {
        SOON.that(() -> given().get(shop.path())
                .then()
                .body("queue.waiting", equalTo(waiting))
                .body("queue.making", equalTo(making)));
    }

    private static Promise window(Instant until) {
        return new Promise(until.minusSeconds(300), until, 0, 5);
    }

    private static OrderView placed(CheckoutId id, Shop shop, String buyer, int cups, Promise promise) {
        Town.pay(paid(id, shop, buyer, cups, promise));
        return SOON.get(() -> Town.order(new OrderId(id.value())));
    }

    private static void accept(Shop shop, OrderView order, int minutes) {
        as(shop).body(Map.of("minutes", minutes))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
    }

    private static void finish(Shop shop, OrderView order) {
        as(shop).post("/orders/" + order.orderId() + "/completion").then().statusCode(200);
    }
}
