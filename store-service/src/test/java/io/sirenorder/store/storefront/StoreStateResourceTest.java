package io.sirenorder.store.storefront;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreStandingChanged;
import io.sirenorder.contracts.store.OrderView;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StoreStateResourceTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void a_paused_store_is_closed_until_then_and_its_tills_are_told_of_it() {
        Shop shop = town.openShop();
        Instant until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(600);

        as(shop).body(Map.of("until", until.toString()))
                .put(shop.path() + "/pause")
                .then()
                .statusCode(204);

        given().get(shop.path())
                .then()
                .body("open", equalTo(false))
                .body("accepting", equalTo(true))
                .body("pausedUntil", equalTo(until.toString()));
        SOON.that(() -> assertThat(states(shop))
                .anyMatch(state -> !state.get("accepting").asBoolean(true)));
        as(shop).delete(shop.path() + "/pause").then().statusCode(204);
        as(shop).delete(shop.path() + "/pause").then().statusCode(204);
        given().get(shop.path()).then().body("open", equalTo(true)).body("pausedUntil", nullValue());
        SOON.that(() -> assertThat(states(shop)).hasSize(2));
    }

    @Test
    void a_store_is_switched_only_so_often_within_a_minute_by_whatever_way() {
        Shop shop = town.openShop();
        for (int i = 0; i < SwitchLimit.MOST / 2; i++) {
            as(shop).delete(shop.path() + "/opening").then().statusCode(204);
            as(shop).delete(shop.path() + "/opening").then().statusCode(204);
            as(shop).put(shop.path() + "/opening").then().statusCode(204);
        }
        Map<String, String> soon =
                Map.of("until", Instant.now().plusSeconds(600).toString());

        problem(as(shop).delete(shop.path() + "/opening").then(), 429, "too-many-requests")
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(61)));
        problem(as(shop).body(soon).put(shop.path() + "/pause").then(), 429, "too-many-requests");
        problem(
                asService()
                        .body(Map.of(
                                "recipient", shop.tills().value(), "id", "c1", "type", "store.close", "d", Map.of()))
                        .post("/internal/commands")
                        .then(),
                429,
                "too-many-requests");
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        given().get(shop.path()).then().body("open", equalTo(true));

        town.rows(
                "UPDATE stores SET switches_since = now() - interval '1 minute' WHERE id = $1",
                shop.store().value());
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
    }

    @Test
    void busy_ends_by_itself_and_tills_are_told() {
        Shop shop = town.openShop();
        int calm = given().get(shop.path()).then().extract().path("queue.minutes");

        as(shop).body(Map.of(
                        "extraMinutes",
                        20,
                        "until",
                        Instant.now().plusSeconds(600).toString()))
                .put(shop.path() + "/busy")
                .then()
                .statusCode(204);
        int busy = given().get(shop.path())
                .then()
                .body("busyMinutes", equalTo(20))
                .extract()
                .path("queue.minutes");
        assertThat(busy).isBetween(calm + 19, calm + 21);

        town.rows(
                "UPDATE stores SET busy_until = now() - interval '1 second' WHERE id = $1",
                shop.store().value());
        given().get(shop.path()).then().body("busyMinutes", nullValue());
        SOON.that(() -> assertThat(states(shop))
                .anyMatch(state -> state.get("cause").asText().equals("clock")
                        && state.get("busyMinutes").isNull()));
    }

    @Test
    void states_of_a_store_have_an_end_of_today() {
        Shop shop = town.openShop();
        String past = Instant.now().minusSeconds(5).toString();
        String tooLate = Instant.now().plus(Duration.ofHours(25)).toString();

        for (String until : List.of(past, tooLate)) {
            problem(
                            as(shop).body(Map.of("until", until))
                                    .put(shop.path() + "/pause")
                                    .then(),
                            400,
                            "invalid-request")
                    .body("errors[0].field", equalTo("until"));
            problem(
                    as(shop).body(Map.of("extraMinutes", 5, "until", until))
                            .put(shop.path() + "/busy")
                            .then(),
                    400,
                    "invalid-request");
        }
        BadInputs.of("{\"until\": \"2099-01-01T00:00:00Z\"}").areRefusedBy("PUT", shop.path() + "/pause", shop.token());
        BadInputs.of("{\"extraMinutes\": 5, \"until\": \"2099-01-01T00:00:00Z\"}")
                .areRefusedBy("PUT", shop.path() + "/busy", shop.token());
        Shop other = town.shop();
        problem(as(other).delete(shop.path() + "/pause").then(), 404, "store-unknown");
        problem(as(other).delete(shop.path() + "/busy").then(), 404, "store-unknown");
        Town.asBuyer("kim").delete(shop.path() + "/pause").then().statusCode(403);
    }

    private List<JsonNode> states(Shop shop) {
        return town.mail(shop.tills(), "store.state").stream()
                .map(frame -> frame.get("d"))
                .toList();
    }

    @Test
    void seollal_is_closed() {
        Shop shop = town.openShop();
        LocalDate today = LocalDate.now(KoreanTime.ZONE);
        String day = shop.path() + "/special-days/" + today;

        as(shop).body(Map.of("closed", true)).put(day).then().statusCode(204);
        given().get(shop.path())
                .then()
                .body("open", equalTo(false))
                .body("specialDays.'" + today + "'.closed", equalTo(true));
        as(shop).delete(day).then().statusCode(204);
        given().get(shop.path()).then().body("open", equalTo(true));

        problem(
                as(shop).body(Map.of("closed", true))
                        .put(shop.path() + "/special-days/2020-01-01")
                        .then(),
                400,
                "invalid-request");
        problem(
                as(shop).body(Map.of("closed", true))
                        .put(shop.path() + "/special-days/tomorrow")
                        .then(),
                400,
                "invalid-request");
        for (String never : List.of("+999999999-12-31", "-999999999-01-01", "2026-02-30", "20260101", "2026-1-1")) {
            problem(
                    as(shop).body(Map.of("closed", true))
                            .put(shop.path() + "/special-days/" + never)
                            .then(),
                    400,
                    "invalid-request");
            problem(as(shop).delete(shop.path() + "/special-days/" + never).then(), 400, "invalid-request");
        }
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("closed", true, "opens", "09:00"),
                Map.of("opens", "09:00"),
                Map.of("opens", "9", "closes", "10:00"))) {
            problem(as(shop).body(bad).put(day).then(), 400, "invalid-request");
        }
        problem(as(town.shop()).body(Map.of("closed", true)).put(day).then(), 404, "store-unknown");
    }

    @Test
    void a_store_has_sixty_special_days_to_come_and_no_more() {
        Shop shop = town.shop();
        LocalDate today = LocalDate.now(KoreanTime.ZONE);
        for (int i = 0; i < SpecialDays.MOST; i++) {
            special(shop, today.plusDays(i)).statusCode(204);
        }
        problem(special(shop, today.plusDays(SpecialDays.MOST)), 400, "invalid-request")
                .body("errors[0].field", equalTo("date"));
        special(shop, today.plusDays(1)).statusCode(204);
        as(shop).delete(shop.path() + "/special-days/" + today.plusDays(1))
                .then()
                .statusCode(204);
        special(shop, today.plusDays(SpecialDays.MOST)).statusCode(204);
        given().get(shop.path()).then().body("specialDays.size()", equalTo(60));
    }

    private static ValidatableResponse special(Shop shop, LocalDate day) {
        return as(shop).body(Map.of("closed", true))
                .put(shop.path() + "/special-days/" + day)
                .then();
    }

    @Test
    void editing_a_store_loses_nothing() {
        Shop shop = town.shop();
        as(shop).body(Map.of(
                        "answerWithinSeconds",
                        240,
                        "parking",
                        "1시간 무료",
                        "orderingHours",
                        Map.of("MON", Map.of("opens", "09:00", "closes", "18:00"))))
                .patch(shop.path())
                .then()
                .statusCode(200)
                .body("answerWithinSeconds", equalTo(240))
                .body("name", equalTo("강남점"));

        given().auth()
                .oauth2(shop.token())
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"parking\": null, \"name\": \"강남역점\"}")
                .patch(shop.path())
                .then()
                .statusCode(200)
                .body("parking", nullValue())
                .body("name", equalTo("강남역점"))
                .body("answerWithinSeconds", equalTo(240))
                .body("orderingHours.MON.opens", equalTo("09:00"));
        as(shop).get(shop.path())
                .then()
                .body("answerWithinSeconds", equalTo(240))
                .body("standing", equalTo("ACTIVE"));
        given().get(shop.path())
                .then()
                .body("$", not(hasKey("answerWithinSeconds")))
                .body("$", not(hasKey("standing")));
    }

    @Test
    void a_patch_is_checked_as_the_whole_that_it_makes() {
        Shop shop = town.shop();
        for (String bad : List.of(
                "{\"name\": null}",
                "{\"name\": 5}",
                "{\"surprise\": 1}",
                "{\"phone\": \"02-1-1\"}",
                "{\"answerWithinSeconds\": 10}",
                "{\"location\": {\"latitude\": 91}}",
                "[]",
                "5")) {
            problem(as(shop).body(bad).patch(shop.path()).then(), 400, "invalid-request");
        }
        problem(
                        as(shop).body("{\"openingHours\": {\"MONDAY\": {\"opens\": \"09:00\", \"closes\": \"18:00\"}}}")
                                .patch(shop.path())
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].field", equalTo("openingHours.MONDAY"))
                .body("errors[0].message", org.hamcrest.Matchers.containsString("MON to SUN"));
        problem(as(town.shop()).body("{}").patch(shop.path()).then(), 404, "store-unknown");
        as(shop).body("{}").patch(shop.path()).then().statusCode(200);
    }

    @Test
    void a_pending_store_is_nowhere_and_a_suspended_one_lets_its_orders_end() {
        Shop shop = town.openShop();
        OrderView open = town.waitingOrder(shop, "kim");

        stand(shop, "SUSPENDED");
        SOON.that(() -> given().get(shop.path()).then().body("open", equalTo(false)));
        SOON.that(() -> assertThat(listed(shop)).isFalse());
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + open.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        assertThat(town.hear(Town.paid(shop, "kim")).status().name()).isEqualTo("REFUSED");

        stand(shop, "PENDING");
        SOON.that(() -> given().get(shop.path()).then().statusCode(404));
        as(shop).get(shop.path()).then().statusCode(200).body("standing", equalTo("PENDING"));
        stand(shop, "ACTIVE");
        SOON.that(() -> given().get(shop.path()).then().statusCode(200).body("open", equalTo(true)));
        SOON.that(() -> assertThat(listed(shop)).isTrue());
    }

    @Test
    void a_closed_store_is_nowhere_and_its_open_orders_are_refused_and_refunded() {
        Shop shop = town.openShop();
        OrderView waiting = town.waitingOrder(shop, "kim");
        OrderView accepted = town.waitingOrder(shop, "lee");
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + accepted.orderId() + "/acceptance")
                .then()
                .statusCode(200);

        stand(shop, "CLOSED");

        for (OrderView open : List.of(waiting, accepted)) {
            SOON.that(() -> as(shop).get("/orders/" + open.orderId())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REFUSED"))
                    .body("reason", equalTo("STORE_CLOSED"))
                    .body("refund", equalTo("due")));
        }
        given().get(shop.path()).then().statusCode(404);
        assertThat(listed(shop)).isFalse();
        OrderView paidLate = town.hear(Town.paid(shop, "kim"));
        assertThat(paidLate.status().name()).isEqualTo("REFUSED");
    }

    @Test
    void a_merchants_change_of_the_store_is_logged_and_decisions_on_orders_are_not() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.operator())
                .get("/actions/store?by=merchant:" + shop.merchant())
                .then()
                .statusCode(200)
                .body("items.what", everyItem(equalTo("openStore")))
                .body("items.what", hasItem("openStore"))
                .body("items[0].subject.storeId", equalTo(shop.store().toString()));
    }

    private static boolean listed(Shop shop) {
        return given().queryParam("near", "37.4979,127.0276")
                .queryParam("limit", 100)
                .queryParam("open", true)
                .get("/stores")
                .then()
                .extract()
                .<List<String>>path("items.storeId")
                .contains(shop.store().toString());
    }

    private static void stand(Shop shop, String standing) {
        StubServices.feed("merchant")
                .append(
                        new MerchantStoreStandingChanged(shop.merchant(), shop.store(), standing, null, Instant.now()),
                        2);
    }
}
