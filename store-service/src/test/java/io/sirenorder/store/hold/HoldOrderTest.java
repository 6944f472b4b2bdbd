package io.sirenorder.store.hold;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.order;
import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.count;
import static io.sirenorder.store.hold.Kitchens.hold;
import static io.sirenorder.store.hold.Kitchens.slots;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.CheckoutState;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HoldOrderTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(25));

    @Inject
    Town town;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void forgetAnswers() {
        StubServices.forget();
    }

    @Test
    void a_held_checkout_becomes_an_order_with_its_promise_though_the_item_is_struck_out_meanwhile() {
        Shop shop = town.openShop();
        count(shop, 5);
        slots(shop, 30, 10);
        CheckoutId id = checkout();
        String promised =
                hold(id, shop, "kim", 2).then().statusCode(200).extract().path("promise.readyUntil");
        as(shop).body(Map.of("available", false))
                .put(shop.path() + "/menu/americano/availability")
                .then()
                .statusCode(204);

        OrderView order = placed(paid(id, shop, 2, promise(promised)));

        assertThat(order.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(order.promisedUntil()).isEqualTo(Instant.parse(promised));
        assertThat(stock(shop)).containsExactly(3, 0);
        assertThat(status(id)).isEqualTo("COMMITTED");
        assertThat(units(shop)).isEqualTo(2);
    }

    @Test
    void a_refused_order_gives_its_pieces_back_and_a_struck_one_does_not() {
        Shop shop = town.openShop();
        count(shop, 5);
        slots(shop, 5, 10);
        OrderView busy = placed(paid(checkout(), shop, 2, null));
        OrderView gone = placed(paid(checkout(), shop, 1, null));
        assertThat(stock(shop)).containsExactly(2, 0);

        refuse(shop, busy, Map.of("reason", "TOO_BUSY"));
        assertThat(stock(shop)).containsExactly(4, 0);
        assertThat(units(shop)).isEqualTo(1);
        refuse(shop, gone, Map.of("reason", "SOLD_OUT", "soldOut", List.of(Map.of("menuItemId", "americano"))));

        assertThat(stock(shop)).containsExactly(0, 0);
        assertThat(status(new CheckoutId(gone.orderId().value()))).isEqualTo("RETURNED");
    }

    @Test
    void after_acceptance_nothing_comes_back_by_itself() {
        Shop shop = town.openShop();
        count(shop, 5);
        OrderView order = placed(paid(checkout(), shop, 2, null));
        as(shop).body(Map.of())
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        refuse(shop, order, Map.of("reason", "CANNOT_PREPARE"));

        assertThat(stock(shop)).containsExactly(3, 0);
    }

    @Test
    void a_walk_in_without_room_is_refunded() {
        Shop shop = town.openShop();
        count(shop, 1);
        OrderView sold = placed(paid(checkout(), shop, 2, null));
        assertThat(sold.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(sold.reason()).isEqualTo(Reason.SOLD_OUT);
        assertThat(sold.refund()).isEqualTo(RefundProgress.DUE);
        assertThat(stock(shop)).containsExactly(1, 0);

        slots(shop, 30, 1);
        CheckoutId id = checkout();
        OrderView busy = placed(paid(id, shop, 1, null));
        assertThat(busy.status()).isEqualTo(OrderStatus.WAITING);
        count(shop, 100);
        OrderView full = placed(paid(checkout(), shop, 50, null));
        assertThat(full.reason()).isEqualTo(Reason.TOO_BUSY);
        assertThat(stock(shop)).containsExactly(100, 0);
        assertThat(units(shop)).isEqualTo(1);
    }

    @Test
    void an_expired_or_rejected_checkout_gives_its_hold_back() {
        Shop shop = town.openShop();
        count(shop, 5);
        CheckoutId expired = checkout();
        CheckoutId rejected = checkout();
        hold(expired, shop, "kim", 2).then().statusCode(200);
        hold(rejected, shop, "kim", 1).then().statusCode(200);
        assertThat(stock(shop)).containsExactly(2, 3);

        StubServices.feed("payment").append(new CheckoutExpired(expired, Town.recipient("kim"), Instant.now()), 1);
        StubServices.feed("payment")
                .append(
                        new PaymentRejected(
                                rejected, Town.recipient("kim"), "amount-mismatch", Krw.of(1), Instant.now()),
                        1);

        SOON.that(() -> assertThat(stock(shop)).containsExactly(5, 0));
        assertThat(List.of(status(expired), status(rejected))).containsOnly("RELEASED");
    }

    @Test
    void killed_between_hold_and_checkout_the_hold_is_asked_about_and_freed() {
        Shop shop = town.openShop();
        count(shop, 5);
        CheckoutId id = checkout();
        hold(id, shop, "kim", 2).then().statusCode(200);

        askNow(id);

        SOON.that(() -> assertThat(status(id)).isEqualTo("RELEASED"));
        assertThat(stock(shop)).containsExactly(5, 0);
    }

    @Test
    void a_late_webhook_keeps_its_slot() {
        Shop shop = town.openShop();
        count(shop, 5);
        slots(shop, 30, 10);
        CheckoutId id = checkout();
        String promised = hold(id, shop, "kim", 2).then().extract().path("promise.readyUntil");
        StubServices.answer(
                "GET", "/internal/checkouts/" + id, request -> Reply.json(200, new CheckoutState("OPEN", null)));
        town.rows("UPDATE holds SET until = now() - interval '1 hour' WHERE checkout_id = $1", id.value());
        askNow(id);
        SOON.that(
                () -> assertThat(town.rows("SELECT 1 FROM holds WHERE checkout_id = $1 AND ask_at > now()", id.value()))
                        .hasSize(1));
        assertThat(StubServices.requests()).anyMatch(request -> request.path().endsWith(id.toString()));
        assertThat(status(id)).isEqualTo("HELD");

        assertThat(placed(paid(id, shop, 2, promise(promised))).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(stock(shop)).containsExactly(3, 0);
        assertThat(units(shop)).isEqualTo(2);
        assertThat(town.rows("SELECT turn FROM holds WHERE checkout_id = $1", id.value())
                        .get(0)
                        .getInteger(0))
                .as("taken once")
                .isZero();
    }

    @Test
    void without_an_answer_of_payment_service_nothing_is_released() {
        Shop shop = town.openShop();
        count(shop, 5);
        CheckoutId id = checkout();
        hold(id, shop, "kim", 2).then().statusCode(200);
        StubServices.answer("GET", "/internal/checkouts/" + id, request -> Reply.problem(503, "neighbour-unavailable"));
        askNow(id);

        SOON.that(() -> assertThat(StubServices.requests())
                .anyMatch(request -> request.path().endsWith(id.toString())));
        assertThat(status(id)).isEqualTo("HELD");
    }

    @Test
    void an_approval_whose_hold_is_gone_takes_anew_or_is_refused() {
        Shop shop = town.openShop();
        count(shop, 1);
        Promise promise = promise(Instant.now().plusSeconds(900).toString());
        CheckoutId first = checkout();
        hold(first, shop, "kim", 1).then().statusCode(200);
        Town.asService().delete("/internal/holds/" + first).then().statusCode(204);
        double lost = lost();

        assertThat(placed(paid(first, shop, 1, promise)).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(placed(paid(checkout(), shop, 1, promise)).reason()).isEqualTo(Reason.SOLD_OUT);
        assertThat(stock(shop)).containsExactly(0, 0);
        assertThat(lost() - lost).isEqualTo(2);
    }

    private double lost() {
        return meters.get("siren.holds.lost").counter().count();
    }

    private void askNow(CheckoutId id) {
        town.rows("UPDATE holds SET ask_at = now() WHERE checkout_id = $1", id.value());
    }

    private static Promise promise(String until) {
        Instant end = Instant.parse(until);
        return new Promise(end.minusSeconds(300), end, 0, 5);
    }

    private static PaymentApproved paid(CheckoutId id, Shop shop, int quantity, Promise promise) {
        return Kitchens.paid(id, shop, "kim", quantity, promise);
    }

    private static OrderView placed(PaymentApproved paid) {
        Town.pay(paid);
        return SOON.get(() -> order(new OrderId(paid.checkoutId().value())));
    }

    private static void refuse(Shop shop, OrderView order, Map<String, Object> refusal) {
        as(shop).body(refusal)
                .post("/orders/" + order.orderId() + "/refusal")
                .then()
                .statusCode(200);
    }

    private List<Integer> stock(Shop shop) {
        var row = town.rows(
                        "SELECT on_hand - held, held FROM store_stock WHERE store_id = $1",
                        shop.store().value())
                .get(0);
        return List.of(row.getInteger(0), row.getInteger(1));
    }

    private String status(CheckoutId id) {
        return town.rows("SELECT status FROM holds WHERE checkout_id = $1", id.value())
                .get(0)
                .getString(0);
    }

    private long units(Shop shop) {
        return town.rows(
                        "SELECT coalesce(sum(units), 0) FROM kitchen_slots WHERE store_id = $1",
                        shop.store().value())
                .get(0)
                .getLong(0);
    }
}
