package io.sirenorder.store.order;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.order;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.TimelineEntry;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OrderResourceTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void an_order_goes_from_waiting_to_finished_and_both_sides_hear_each_step() {
        Shop shop = town.openShop();
        String kim = "kim-" + UUID.randomUUID();
        OrderView order = town.waitingOrder(shop, kim);
        String path = "/orders/" + order.orderId();

        as(shop).body(Map.of("minutes", 10))
                .post(path + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("version", equalTo(2));
        as(shop).post(path + "/completion").then().statusCode(200).body("status", equalTo("FINISHED"));

        SOON.that(() -> assertThat(town.mail(Town.recipient(kim), "order.status"))
                .extracting(frame -> frame.at("/d/status").asText())
                .containsExactly("wait", "accept", "finish"));
        JsonNode finish = town.mail(Town.recipient(kim), "order.status").get(2).get("d");
        assertThat(finish.get("pointsEarned").asLong()).isEqualTo(4);
        assertThat(finish.get("stampsEarned").asLong()).isEqualTo(1);
        assertThat(finish.get("storeName").asText()).isEqualTo("강남점");
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.changed")).hasSize(2));
        JsonNode ticket = town.mail(shop.tills(), "order.placed").get(0);
        assertThat(ticket.get("ack").asBoolean()).isTrue();
        assertThat(ticket.toString()).doesNotContain("@", Tokens.buyerId(kim).toString());
    }

    @Test
    void other_services_compare_their_books_by_status_and_amounts() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        String body = "{\"ids\": [\"%s\", \"%s\"]}".formatted(order.orderId(), UUID.randomUUID());

        BadInputs.of(body).areRefusedBy("POST", "/internal/orders/search", Tokens.service("payment"));
        Town.asService()
                .body(body)
                .post("/internal/orders/search")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].orderId", equalTo(order.orderId().toString()))
                .body("[0].status", equalTo("WAITING"))
                .body("[0].tender", equalTo(order.tender().name()))
                .body("[0].amountKrw", equalTo((int) order.amountKrw().won()))
                .body("[0].discountKrw", equalTo((int) order.discountKrw().won()));
        Town.asService()
                .body("{\"ids\": []}")
                .post("/internal/orders/search")
                .then()
                .statusCode(400);
        asBuyer("kim").body(body).post("/internal/orders/search").then().statusCode(403);
    }

    @Test
    void a_refusal_needs_a_reason_that_is_a_merchants() {
        Shop shop = town.openShop();
        String path = "/orders/" + town.waitingOrder(shop, "kim").orderId() + "/refusal";

        BadInputs.of("{\"reason\": \"SOLD_OUT\", \"message\": \"우유가 없어요\"}")
                .optional("message")
                .areRefusedBy("POST", path, shop.token());
        problem(as(shop).body(Map.of("reason", "NO_ANSWER")).post(path).then(), 400, "invalid-request");
        problem(as(shop).body(Map.of("reason", "OTHER")).post(path).then(), 400, "invalid-request");
        as(shop).body(Map.of("reason", "OTHER", "message", "정전입니다"))
                .post(path)
                .then()
                .statusCode(200)
                .body("reason", equalTo("OTHER"))
                .body("message", equalTo("정전입니다"))
                .body("refund", equalTo("due"))
                .body("timeline[1].actor", equalTo("merchant"));
    }

    @Test
    void minutes_are_between_one_and_a_hundred_and_twenty() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        String path = "/orders/" + order.orderId() + "/acceptance";

        BadInputs.of("{\"minutes\": 10}").optional("minutes").areRefusedBy("POST", path, shop.token());
        problem(as(shop).body(Map.of("minutes", 0)).post(path).then(), 400, "invalid-request");
        problem(as(shop).body(Map.of("minutes", 121)).post(path).then(), 400, "invalid-request");
        assertThat(order(order.orderId())).isEqualTo(order);
    }

    @Test
    void a_second_decision_is_a_conflict_and_the_same_one_under_its_key_is_answered_again() {
        Shop shop = town.openShop();
        String path = "/orders/" + town.waitingOrder(shop, "kim").orderId() + "/acceptance";
        String key = UUID.randomUUID().toString();

        String first = accept(shop, path, key, 10).statusCode(200).extract().asString();
        String again = accept(shop, path, key, 10)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        problem(accept(shop, path, key, 11), 422, "idempotency-key-reused");
        problem(accept(shop, path, UUID.randomUUID().toString(), 10), 409, "order-already-decided");
    }

    private static io.restassured.response.ValidatableResponse accept(Shop shop, String path, String key, int minutes) {
        return as(shop).header("Idempotency-Key", key)
                .body(Map.of("minutes", minutes))
                .post(path)
                .then();
    }

    @Test
    void a_buyer_cancels_until_it_is_accepted() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        asBuyer("kim")
                .post("/orders/" + order.orderId() + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("refund", equalTo("due"));
        OrderView accepted = town.waitingOrder(shop, "kim");
        accept(
                        shop,
                        "/orders/" + accepted.orderId() + "/acceptance",
                        UUID.randomUUID().toString(),
                        5)
                .statusCode(200);

        problem(
                        asBuyer("kim")
                                .post("/orders/" + accepted.orderId() + "/cancellation")
                                .then(),
                        409,
                        "order-already-decided")
                .body("detail", equalTo("현재 상태가 ‘준비 중’이므로 처리할 수 없는 주문입니다."));
    }

    @Test
    void anothers_order_is_as_unknown_as_one_that_is_none() {
        Shop shop = town.openShop();
        Shop other = town.shop();
        OrderView order = town.waitingOrder(shop, "kim");
        String mine = "/orders/" + order.orderId();
        String none = "/orders/" + UUID.randomUUID();

        for (String path : List.of(mine, none)) {
            problem(asBuyer("lee").get(path).then(), 404, "not-found");
            problem(as(other).get(path).then(), 404, "not-found");
            problem(asBuyer("lee").post(path + "/cancellation").then(), 404, "not-found");
            problem(
                    as(other)
                            .body(Map.of("minutes", 5))
                            .post(path + "/acceptance")
                            .then(),
                    404,
                    "not-found");
            problem(
                    as(other)
                            .body(Map.of("reason", "TOO_BUSY"))
                            .post(path + "/refusal")
                            .then(),
                    404,
                    "not-found");
            problem(as(other).post(path + "/completion").then(), 404, "not-found");
        }
        assertThat(order(order.orderId())).isEqualTo(order);
        asBuyer("kim").get(mine).then().statusCode(200);
        as(shop).get(mine).then().statusCode(200);
    }

    @Test
    void each_role_has_its_own_doors() {
        Shop shop = town.openShop();
        String path = "/orders/" + town.waitingOrder(shop, "kim").orderId();

        given().get(path).then().statusCode(401);
        as(shop).post(path + "/cancellation").then().statusCode(403);
        as(shop).get("/orders").then().statusCode(403);
        asBuyer("kim")
                .body(Map.of("minutes", 5))
                .post(path + "/acceptance")
                .then()
                .statusCode(403);
        asBuyer("kim").get(shop.path() + "/orders").then().statusCode(403);
        asBuyer("kim").get("/internal" + path).then().statusCode(403);
    }

    @Test
    void a_history_is_read_from_the_newest_page_by_page_under_all_of_a_buyers_names() {
        Shop shop = town.openShop();
        String name = "history-" + UUID.randomUUID();
        OrderView first = town.waitingOrder(shop, name);
        OrderView second = town.waitingOrder(shop, name);

        String cursor = asBuyer(name)
                .queryParam("limit", 1)
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items[0].orderId", equalTo(second.orderId().toString()))
                .extract()
                .path("nextCursor");
        asBuyer(name)
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items[0].orderId", equalTo(first.orderId().toString()))
                .body("nextCursor", equalTo(null));
        problem(asBuyer(name).queryParam("cursor", "nonsense").get("/orders").then(), 400, "invalid-request");
        String never = new PageCursor("orders", 2)
                .encode(
                        "+1000000000-12-31T23:59:59.999999999Z",
                        UUID.randomUUID().toString());
        problem(asBuyer(name).queryParam("cursor", never).get("/orders").then(), 400, "invalid-request");
    }

    @Test
    void a_store_sees_its_orders_by_status() {
        Shop shop = town.openShop();
        OrderView waiting = town.waitingOrder(shop, "kim");
        OrderView refused = town.waitingOrder(shop, "kim");
        as(shop).body(Map.of("reason", "TOO_BUSY"))
                .post("/orders/" + refused.orderId() + "/refusal")
                .then()
                .statusCode(200);

        as(shop).queryParam("status", "WAITING,ACCEPTED")
                .get(shop.path() + "/orders")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].orderId", equalTo(waiting.orderId().toString()));
        as(shop).get(shop.path() + "/orders").then().statusCode(200).body("items", hasSize(2));
        problem(
                as(shop).queryParam("status", "LOST")
                        .get(shop.path() + "/orders")
                        .then(),
                400,
                "invalid-request");
        problem(as(town.shop()).get(shop.path() + "/orders").then(), 404, "store-unknown");
    }

    @Test
    void accepting_and_cancelling_at_once_has_one_winner_a_hundred_times() {
        Shop shop = town.openShop();
        List<PaymentApproved> payments =
                Stream.generate(() -> Town.paid(shop, "racer")).limit(100).toList();
        payments.forEach(Town::pay);
        for (PaymentApproved paid : payments) {
            OrderView order = Town.became(paid);
            String path = "/orders/" + order.orderId();

            List<Integer> answers = Together.both(
                    () -> as(shop).body(Map.of("minutes", 5))
                            .post(path + "/acceptance")
                            .statusCode(),
                    () -> asBuyer("racer").post(path + "/cancellation").statusCode());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            OrderStatus winner = answers.get(0) == 200 ? OrderStatus.ACCEPTED : OrderStatus.CANCELLED;
            OrderView decided = order(order.orderId());
            assertThat(decided.status()).isEqualTo(winner);
            assertThat(decided.timeline())
                    .extracting(TimelineEntry::step)
                    .containsAnyOf("accepted", "cancelled")
                    .doesNotContainSequence("accepted", "cancelled")
                    .doesNotContainSequence("cancelled", "accepted");
        }
    }

    @Test
    void words_of_a_refusal_are_one_visible_line_counted_as_people_do() {
        Shop shop = town.openShop();
        String path = "/orders/" + town.waitingOrder(shop, "kim").orderId() + "/refusal";

        for (String bad : List.of("a\u0000b", "a\u001bb", "a\nb", "a\u202eb", "\u200b", "x".repeat(201))) {
            problem(
                    as(shop).body(Map.of("reason", "OTHER", "message", bad))
                            .post(path)
                            .then(),
                    400,
                    "invalid-request");
        }
        as(shop).body(Map.of(
                        "reason", "OTHER", "message", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(100)))
                .post(path)
                .then()
                .statusCode(200);
    }
}
