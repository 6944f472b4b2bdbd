package io.sirenorder.coupon.loyalty;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.newOrder;
import static io.sirenorder.coupon.Calls.reservePoints;
import static io.sirenorder.coupon.Calls.service;
import static io.sirenorder.coupon.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPaymentReduced;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stamps and points: earned, taken back, exchanged, reserved, spent, returned. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class LoyaltyTest {
    @Inject
    Database database;

    @Inject
    Addresses addresses;

    private final String kim = newName();
    private final Recipient self = Tokens.recipient(kim);
    private final UUID checkout = UUID.randomUUID();

    @BeforeEach
    void theStoreIsThere() {
        StoreStandIn.opens();
    }

    @AfterEach
    void every_ledger_adds_up() throws SQLException {
        assertThat(database.count("""
                        SELECT count(*) FROM loyalty_accounts a LEFT JOIN (
                          SELECT recipient, sum(points) AS points, sum(stamps) AS stamps, count(*) AS entries
                          FROM loyalty_entries GROUP BY recipient) e USING (recipient)
                        WHERE (a.points, a.stamps, a.entries) IS DISTINCT FROM
                          (coalesce(e.points, 0), coalesce(e.stamps, 0), coalesce(e.entries, 0))""")).isZero();
        assertThat(database.count("""
                        SELECT count(*) FROM (SELECT points_after <> sum(points) OVER w OR points_after < 0
                          OR stamps_after <> sum(stamps) OVER w OR stamps_after < 0 AS wrong
                          FROM loyalty_entries WINDOW w AS (PARTITION BY recipient ORDER BY number)) e WHERE wrong""")).isZero();
    }

    @Test
    void a_finished_order_earns_once_however_often_its_event_comes() {
        OrderId order = newOrder();
        UUID finished = finish(order, 4_500);
        StubServices.feed("store").repeat(finished);
        finish(newOrder(), 999);
        finish(newOrder(), 1_999);
        has(4 + 1, 1);
    }

    @Test
    void coupons_and_points_alone_earn_nothing() {
        Heard.store(Heard.couponOrder(newOrder(), OrderStatus.FINISHED));
        Heard.store(Heard.paidOrder(newOrder(), OrderStatus.FINISHED, self, 0, 4_500));
        finish(newOrder(), 1_000);
        has(1, 0);
    }

    @Test
    void money_that_goes_back_takes_the_earnings_with_it() {
        OrderId order = newOrder();
        finish(order, 4_500);
        has(4, 1);
        CheckoutId paid = new CheckoutId(order.value());
        Heard.payment(new PaymentCancelled(paid, Intent.ORDER, self, Krw.of(4_500), Heard.NOON));
        Heard.payment(new RefundDone(paid, Intent.ORDER, self, Krw.of(4_500), Heard.NOON));
        has(0, 0);
    }

    @Test
    void money_that_goes_back_in_part_takes_what_it_earned_and_the_rest_later() {
        OrderId order = newOrder();
        finish(order, 4_500);
        has(4, 1);
        Heard.store(Heard.reduced(order, self, 4_500, 1_000, 5));
        has(3, 1);
        UUID second = Heard.store(Heard.reduced(order, self, 4_500, 3_000, 6));
        StubServices.feed("store").repeat(second);
        has(1, 0);
        Heard.payment(
                new PaymentCancelled(new CheckoutId(order.value()), Intent.ORDER, self, Krw.of(1_500), Heard.NOON));
        has(0, 0);
    }

    @Test
    void money_that_went_back_in_part_before_the_finish_earns_nothing() {
        OrderId order = newOrder();
        OrderPaymentReduced reduced = Heard.reduced(order, self, 4_500, 2_600, 5);
        Heard.store(reduced);
        Heard.store(new OrderFinished(reduced.order(), self, Heard.NOON));
        has(1, 0);
    }

    @Test
    void money_that_went_back_before_the_finish_was_heard_earns_nothing() throws SQLException {
        OrderId order = newOrder();
        Heard.payment(
                new PaymentCancelled(new CheckoutId(order.value()), Intent.ORDER, self, Krw.of(4_500), Heard.NOON));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(database.one(
                                "SELECT status FROM order_earnings WHERE order_id = ?::uuid", order.toString()))
                        .isEqualTo("BARRED"));
        finish(order, 4_500);
        finish(newOrder(), 1_000);
        has(1, 0);
    }

    @Test
    void an_order_of_one_won_mints_nothing() {
        IntStream.range(0, 6).forEach(nth -> finish(newOrder(), 1));
        Heard.store(Heard.paidOrder(newOrder(), OrderStatus.FINISHED, self, 1, 4_499));
        finish(newOrder(), 1_000);
        has(1, 0);
        buyer(kim).post("/stamps/exchange").then().statusCode(409).body("code", equalTo("not-enough-stamps"));
    }

    @Test
    void one_store_gives_one_buyer_ten_stamps_a_day() {
        IntStream.range(0, 12).forEach(nth -> finish(newOrder(), 4_500));
        has(12 * 4, 10);
    }

    @Test
    void points_spent_before_their_order_was_cancelled_are_taken_when_points_come_back() {
        OrderId first = newOrder();
        finish(first, 4_500);
        has(4, 1);
        reservePoints(checkout, kim, 4).then().statusCode(200);
        Heard.payment(
                new PaymentCancelled(new CheckoutId(first.value()), Intent.ORDER, self, Krw.of(4_500), Heard.NOON));
        has(0, 0);
        service().delete("/internal/points-reservations/" + checkout).then().statusCode(204);
        has(0, 0);
        finish(newOrder(), 2_000);
        has(2, 1);
        buyer(kim)
                .get("/loyalty/entries")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("EARN", "OFFSET", "RELEASE", "REVERSE", "RESERVE", "EARN")))
                .body("items.points", equalTo(List.of(2, -4, 4, 0, -4, 4)));
    }

    @Test
    void the_entries_of_a_buyer_come_in_pages_and_are_hidden_from_others() throws SQLException {
        stamps(12);
        buyer(kim).post("/stamps/exchange").then().statusCode(201);
        String next = buyer(kim)
                .get("/loyalty/entries?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("EXCHANGE"))
                .body("items[0].stamps", equalTo(-6))
                .extract()
                .path("nextCursor");
        buyer(kim).get("/loyalty/entries?limit=1&cursor=" + next).then().body("items[0].kind", equalTo("MOVE_IN"));
        buyer(newName()).get("/loyalty/entries").then().statusCode(200).body("items", hasSize(0));
        buyer(kim).get("/loyalty/entries?cursor=nonsense").then().statusCode(400);
        buyer(kim).get("/loyalty/entries?limit=101").then().statusCode(400);
        with(Tokens.operator()).get("/loyalty/entries").then().statusCode(403);
    }

    @Test
    void six_stamps_are_a_coupon_and_the_surplus_stays() throws SQLException {
        stamps(8);
        String code = buyer(kim)
                .post("/stamps/exchange")
                .then()
                .statusCode(201)
                .body("menuItemId", equalTo("americano"))
                .body("origin", equalTo("STAMPS"))
                .body("status", equalTo("REGISTERED"))
                .extract()
                .path("code");
        has(0, 2);
        buyer(kim).get("/coupons").then().body("items", hasSize(1)).body("items[0].code", equalTo(code));
        buyer(kim).post("/stamps/exchange").then().statusCode(409).body("code", equalTo("not-enough-stamps"));
    }

    @Test
    void ten_exchanges_at_once_give_one_coupon_per_six_stamps() throws SQLException {
        stamps(20);
        List<Integer> statuses = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> buyer(kim).post("/stamps/exchange").statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        has(0, 2);
        buyer(kim).get("/coupons").then().body("items", hasSize(3));
    }

    @Test
    void an_exchange_repeated_under_its_key_is_the_same_coupon() throws SQLException {
        stamps(12);
        String key = UUID.randomUUID().toString();
        List<String> codes = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> buyer(kim)
                        .header("Idempotency-Key", key)
                        .post("/stamps/exchange")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("code"))
                .toList();
        assertThat(codes).containsOnly(codes.get(0));
        has(0, 6);
    }

    @Test
    void points_are_reserved_once_and_never_more_than_there_are() throws SQLException {
        points(100);
        reservePoints(checkout, kim, 60).then().statusCode(200).body("status", equalTo("RESERVED"));
        reservePoints(checkout, kim, 60).then().statusCode(200);
        has(40, 0);
        reservePoints(checkout, kim, 61).then().statusCode(409).body("code", equalTo("points-reserved-otherwise"));
        reservePoints(UUID.randomUUID(), kim, 41).then().statusCode(409).body("code", equalTo("insufficient-points"));
        service().delete("/internal/points-reservations/" + checkout).then().statusCode(204);
        service().get("/internal/points-reservations/" + checkout).then().body("status", equalTo("RETURNED"));
        has(100, 0);
    }

    @Test
    void fifty_checkouts_at_once_take_no_more_than_there_is() throws SQLException {
        points(100);
        List<Integer> statuses = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> reservePoints(UUID.randomUUID(), kim, 30).statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(47);
        has(10, 0);
    }

    @Test
    void one_checkout_reserved_by_many_requests_is_reserved_once() throws SQLException {
        points(100);
        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> reservePoints(checkout, kim, 30).statusCode())
                .toList();
        assertThat(statuses).containsOnly(200);
        has(70, 0);
    }

    @Test
    void points_come_back_when_the_checkout_expires_or_its_payment_is_rejected() throws SQLException {
        points(100);
        UUID other = UUID.randomUUID();
        reservePoints(checkout, kim, 60);
        reservePoints(other, kim, 30);
        Heard.payment(new CheckoutExpired(new CheckoutId(checkout), self, Heard.NOON));
        Heard.payment(new PaymentRejected(new CheckoutId(other), self, "amount-mismatch", Krw.of(1), Heard.NOON));
        has(100, 0);
    }

    @Test
    void a_reservation_that_arrives_after_its_checkout_ended_is_refused() throws SQLException {
        points(100);
        Heard.payment(new CheckoutExpired(new CheckoutId(checkout), self, Heard.NOON));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(database.count(
                                "SELECT count(*) FROM ended_checkouts WHERE checkout_id = ?::uuid",
                                checkout.toString()))
                        .isEqualTo(1));
        reservePoints(checkout, kim, 60).then().statusCode(409).body("code", equalTo("checkout-ended"));
        has(100, 0);
    }

    @Test
    void points_are_spent_by_the_placed_order_and_back_when_it_is_refused() throws SQLException {
        points(100);
        reservePoints(checkout, kim, 60);
        OrderId order = new OrderId(checkout);
        Heard.store(Heard.paidOrder(order, OrderStatus.WAITING, self, 4_440, 60));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> service()
                        .get("/internal/points-reservations/" + checkout)
                        .then()
                        .body("status", equalTo("SPENT")));
        Heard.payment(new CheckoutExpired(new CheckoutId(checkout), self, Heard.NOON));
        UUID refused = Heard.store(Heard.paidOrder(order, OrderStatus.REFUSED, self, 4_440, 60));
        StubServices.feed("store").repeat(refused);
        has(100, 0);
    }

    @Test
    void a_gift_paid_with_points_gives_them_back_when_declined_and_settles_at_once() throws SQLException {
        points(4_500);
        reservePoints(checkout, kim, 4_500);
        String friend = newName();
        Heard.payment(Heard.gift(new CheckoutId(checkout), self, Tokens.recipient(friend), 4_500));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> buyer(friend)
                        .post("/gifts/" + checkout + "/decline")
                        .then()
                        .statusCode(200));
        has(4_500, 0);
        buyer(kim).get("/gifts/" + checkout).then().body("status", equalTo("REFUNDED"));
    }

    @Test
    void points_that_went_back_too_early_are_taken_again_when_the_payment_counts_on_them() throws SQLException {
        points(100);
        reservePoints(checkout, kim, 60);
        Heard.payment(new CheckoutExpired(new CheckoutId(checkout), self, Heard.NOON));
        has(100, 0);
        Heard.payment(Heard.gift(new CheckoutId(checkout), self, Tokens.recipient(newName()), 60));
        has(40, 0);
    }

    @Test
    void what_an_address_earned_is_its_owners_once_they_prove_it() throws SQLException {
        String email = kim + "@example.com";
        Heard.store(Heard.paidOrder(newOrder(), OrderStatus.FINISHED, addresses.of(email), 4_500, 0));
        Eventually.within(Duration.ofSeconds(30))
                .that(() ->
                        with(Tokens.buyer(kim, email)).get("/loyalty").then().body("points", equalTo(4)));
        has(4, 1);
        reservePoints(checkout, kim, 4).then().statusCode(200);
        with(Tokens.buyer(newName(), email)).get("/loyalty").then().body("points", equalTo(0));
    }

    @Test
    void bad_bodies_are_refused() {
        BadInputs.of("{\"buyer\":\"%s\",\"points\":1,\"until\":\"2030-01-01T00:00:00Z\"}".formatted(self))
                .free("until")
                .areRefusedBy("PUT", "/internal/points-reservations/" + checkout, Tokens.service("payment"));
        for (long points : new long[] {0, -1, 10_000_001}) {
            reservePoints(checkout, kim, points).then().statusCode(400);
        }
        buyer(kim).put("/internal/points-reservations/" + checkout).then().statusCode(403);
    }

    private UUID finish(OrderId order, long paid) {
        return Heard.store(Heard.paidOrder(order, OrderStatus.FINISHED, self, paid, 0));
    }

    private void has(int points, int stamps) {
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> buyer(kim)
                        .get("/loyalty")
                        .then()
                        .statusCode(200)
                        .body("points", equalTo(points))
                        .body("stamps", equalTo(stamps)));
    }

    private void points(long points) throws SQLException {
        grant(points, 0);
    }

    private void stamps(long stamps) throws SQLException {
        grant(0, stamps);
    }

    private void grant(long points, long stamps) throws SQLException {
        database.run("INSERT INTO loyalty_accounts VALUES (?, ?, ?, 1)", self.value(), points, stamps);
        database.run("""
                INSERT INTO loyalty_entries
                  (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)
                VALUES (?, 1, 'MOVE_IN', ?, ?, ?, ?, 'test', now())""", self.value(), points, stamps, points, stamps);
    }
}
