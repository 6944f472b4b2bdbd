package io.sirenorder.coupon.order;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.newOrder;
import static io.sirenorder.coupon.Calls.operator;
import static io.sirenorder.coupon.Calls.registered;
import static io.sirenorder.coupon.Calls.reserve;
import static io.sirenorder.coupon.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.coupon.Calls;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coupons that orders hold: one order each, and back when nothing comes of it. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CouponReservationResourceTest {
    @Inject
    Database database;

    private final String kim = newName();
    private final OrderId order = newOrder();

    @BeforeEach
    void theStoreIsThere() {
        StoreStandIn.opens();
    }

    @Test
    void a_coupon_is_reserved_used_and_gone() {
        String code = registered(kim);
        reserve(order, code, kim)
                .then()
                .statusCode(200)
                .body("line.priceKrw", equalTo(4500))
                .body("line.options.size", equalTo("TALL"));
        Heard.store(Heard.couponOrder(order, OrderStatus.WAITING));
        Heard.store(Heard.couponOrder(order, OrderStatus.ACCEPTED));
        eventually("USED");
        reserve(newOrder(), code, kim).then().statusCode(409).body("code", equalTo("coupon-not-usable"));
    }

    @Test
    void fifty_orders_want_the_same_coupon_and_one_gets_it() throws SQLException {
        String code = registered(kim);
        List<Integer> statuses = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> reserve(newOrder(), code, kim).statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        assertThat(database.count(
                        "SELECT count(*) FROM coupon_timeline WHERE step = 'reserved' AND coupon_id = ?::uuid",
                        couponId()))
                .isEqualTo(1);
    }

    @Test
    void the_same_order_asks_again_and_is_told_the_same() {
        String code = registered(kim);
        List<String> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> reserve(order, code, kim)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .toList();
        assertThat(answers).containsOnly(answers.get(0));
    }

    @Test
    void a_stranger_a_wrong_code_and_an_expired_coupon_are_refused_alike() throws SQLException {
        String code = registered(kim);
        reserve(order, code, newName()).then().statusCode(409).body("code", equalTo("coupon-not-usable"));
        reserve(order, "nonsense", kim).then().statusCode(409).body("code", equalTo("coupon-not-usable"));
        database.run(
                "UPDATE coupons SET issued_at = issued_at - interval '2 days', expires_at = now() WHERE coupon_id = ?::uuid",
                couponId());
        reserve(order, code, kim).then().statusCode(409).body("code", equalTo("coupon-not-usable"));
    }

    @Test
    void it_is_good_until_the_last_second_of_the_databases_clock() throws SQLException {
        String code = registered(kim);
        database.run(
                "UPDATE coupons SET expires_at = now() + interval '1 second' WHERE coupon_id = ?::uuid", couponId());
        reserve(order, code, kim).then().statusCode(200);
    }

    @Test
    void dearer_choices_are_refused_and_a_risen_price_is_not_the_holders_matter() {
        String code = registered(kim);
        reserve(order, code, Map.of("size", "VENTI"), Tokens.recipient(kim))
                .then()
                .statusCode(409)
                .body("code", equalTo("options-not-covered"));
        StoreStandIn.raisesPriceBy(700);
        reserve(order, code, Map.of("size", "GRANDE"), Tokens.recipient(kim))
                .then()
                .statusCode(200)
                .body("line.priceKrw", equalTo(4500))
                .body("line.options.size", equalTo("GRANDE"));
    }

    @Test
    void a_store_that_is_late_is_asked_again_and_the_coupon_is_reserved() {
        String code = registered(kim);
        StoreStandIn.answersTheSecondQuestion();
        reserve(order, code, kim).then().statusCode(200).body("line.priceKrw", equalTo(4500));
    }

    @Test
    void a_store_that_does_not_have_it_leaves_the_coupon_alone() {
        String code = registered(kim);
        StubServices.answer("POST", "/internal/quotes", request -> Reply.problem(409, "item-unavailable"));
        reserve(order, code, kim)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-sold"))
                .body("because", equalTo("item-unavailable"));
        assertThat(status()).isEqualTo("REGISTERED");
    }

    @Test
    void a_store_that_stumbles_once_is_asked_again() {
        String code = registered(kim);
        StubServices.answerOnce("POST", "/internal/quotes", request -> Reply.empty(503));
        reserve(order, code, kim).then().statusCode(200);
    }

    @Test
    void a_store_that_is_down_is_a_503_and_leaves_the_coupon_alone() {
        String code = registered(kim);
        StubServices.answer("POST", "/internal/quotes", request -> Reply.problem(500, "unexpected-failure"));
        reserve(order, code, kim).then().statusCode(503);
    }

    @Test
    void refused_cancelled_and_expired_orders_give_it_back_even_after_accept() {
        String code = registered(kim);
        for (OrderStatus end : List.of(OrderStatus.REFUSED, OrderStatus.CANCELLED, OrderStatus.EXPIRED)) {
            OrderId tried = newOrder();
            reserve(tried, code, kim).then().statusCode(200);
            Heard.store(Heard.couponOrder(tried, OrderStatus.WAITING));
            Heard.store(Heard.couponOrder(tried, end));
            eventually("REGISTERED");
        }
        reserve(order, code, kim).then().statusCode(200);
        Heard.store(Heard.couponOrder(order, OrderStatus.ACCEPTED));
        eventually("USED");
        Heard.store(Heard.couponOrder(order, OrderStatus.REFUSED));
        eventually("REGISTERED");
    }

    @Test
    void events_twice_late_and_garbled_change_nothing_more() {
        String code = registered(kim);
        reserve(order, code, kim).then().statusCode(200);
        UUID accepted = Heard.store(Heard.couponOrder(order, OrderStatus.ACCEPTED));
        StubServices.feed("store").appendRaw("order:garbage", 1, "order.accepted", Map.of("order", "nonsense"));
        StubServices.feed("store").appendRaw("order:future", 1, "order.levitated", Map.of());
        StubServices.feed("store").repeat(accepted);
        Heard.store(Heard.couponOrder(order, OrderStatus.WAITING));
        Heard.store(Heard.couponOrder(newOrder(), OrderStatus.REFUSED));
        String other = newName();
        OrderId last = newOrder();
        reserve(last, registered(other), other).then().statusCode(200);
        Heard.store(Heard.couponOrder(last, OrderStatus.ACCEPTED));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(statusOf(other)).isEqualTo("USED"));
        assertThat(status()).isEqualTo("USED");
    }

    @Test
    void a_reservation_whose_order_never_came_is_given_back() throws SQLException {
        String code = registered(kim);
        reserve(order, code, kim).then().statusCode(200);
        forget();
        eventually("REGISTERED");
        service().get("/internal/coupon-reservations/" + order).then().statusCode(404);
    }

    @Test
    void a_reservation_whose_order_exists_is_kept() throws SQLException {
        String code = registered(kim);
        reserve(order, code, kim).then().statusCode(200);
        StubServices.answer(
                "GET",
                "/internal/orders/" + order,
                request -> Reply.json(
                        200, Heard.couponOrder(order, OrderStatus.WAITING).order()));
        forget();
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(database.one(
                                "SELECT order_seen_at FROM coupons WHERE order_id = ?::uuid", order.toString()))
                        .isNotNull());
        assertThat(status()).isEqualTo("RESERVED");
        service().get("/internal/coupon-reservations/" + order).then().statusCode(200);
    }

    @Test
    void an_order_that_comes_after_all_gets_its_coupon_again() {
        String code = registered(kim);
        reserve(order, code, kim).then().statusCode(200);
        service().delete("/internal/coupon-reservations/" + order).then().statusCode(204);
        assertThat(status()).isEqualTo("REGISTERED");
        Heard.store(Heard.couponOrder(order, OrderStatus.ACCEPTED));
        eventually("USED");
    }

    @Test
    void only_services_reserve() {
        for (var stranger : List.of(buyer(kim), operator())) {
            stranger.body(Map.of())
                    .put("/internal/coupon-reservations/" + order)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void bad_bodies_are_refused() {
        BadInputs.of("{\"storeId\":\"%s\",\"code\":\"x\",\"holders\":[\"%s\"],\"options\":{}}"
                        .formatted(Calls.STORE, Tokens.recipient(kim)))
                .optional("code", "options")
                .free("options")
                .areRefusedBy("PUT", "/internal/coupon-reservations/" + order, Tokens.service("store"));
    }

    private void forget() throws SQLException {
        database.run(
                "UPDATE coupons SET reserved_at = reserved_at - interval '3 minutes' WHERE order_id = ?::uuid",
                order.toString());
    }

    private void eventually(String status) {
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(status()).isEqualTo(status));
    }

    private String couponId() {
        return buyer(kim).get("/coupons").jsonPath().getString("items[0].couponId");
    }

    private String status() {
        return statusOf(kim);
    }

    private static String statusOf(String name) {
        return buyer(name).get("/coupons").jsonPath().getString("items[0].status");
    }
}
