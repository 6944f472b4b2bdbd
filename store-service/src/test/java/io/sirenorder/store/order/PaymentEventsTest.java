package io.sirenorder.store.order;

import static io.sirenorder.store.Town.order;
import static io.sirenorder.store.Town.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.payment.PaymentEvent.RefundRequested;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class PaymentEventsTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void a_payment_becomes_an_order_that_waits() {
        Shop shop = town.openShop();

        OrderView order = town.hear(paid(shop, "kim"));

        assertThat(order.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.storeName()).isEqualTo("강남점");
        assertThat(order.lines()).containsExactly(Town.LATTE);
        assertThat(order.tender()).isEqualTo(Tender.CARD);
        assertThat(order.note()).isEqualTo("얼음 적게");
        assertThat(town.events(order.orderId())).containsExactly("order.placed");
    }

    @Test
    void the_same_payment_that_comes_twice_is_one_order() {
        Shop shop = town.openShop();
        PaymentApproved paid = paid(shop, "kim");
        UUID event = StubServices.feed("payment").append(paid, 1);
        StubServices.feed("payment").append(paid, 1);
        StubServices.feed("payment").repeat(event);

        OrderView next = town.waitingOrder(shop, "kim");

        assertThat(next.number()).isEqualTo("2");
        assertThat(town.events(new OrderId(paid.checkoutId().value()))).containsExactly("order.placed");
    }

    @Test
    void tickets_count_per_store() {
        Shop shop = town.openShop();
        Shop other = town.openShop();

        assertThat(town.waitingOrder(shop, "kim").number()).isEqualTo("1");
        assertThat(town.waitingOrder(shop, "lee").number()).isEqualTo("2");
        assertThat(town.waitingOrder(other, "kim").number()).isEqualTo("1");
    }

    @Test
    void an_order_for_a_store_that_has_closed_meanwhile_is_refused_at_once() {
        Shop shop = town.openShop();
        Town.as(shop).delete(shop.path() + "/opening").then().statusCode(204);

        OrderView order = town.hear(paid(shop, "kim"));

        assertThat(order.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(order.reason()).isEqualTo(Reason.STORE_CLOSED);
        assertThat(order.refund()).isEqualTo(RefundProgress.DUE);
        SOON.that(() -> assertThat(town.mail(Town.recipient("kim"), "order.status"))
                .anyMatch(frame ->
                        frame.at("/d/orderId").asText().equals(order.orderId().toString())
                                && frame.at("/d/status").asText().equals("refuse")));
        assertThat(town.mail(shop.tills(), "order.placed")).isEmpty();
        assertThat(town.mail(shop.tills(), "order.changed")).isEmpty();
    }

    @Test
    void an_order_for_a_store_whose_tills_are_gone_is_refused_at_once() {
        Shop shop = town.openShop();
        town.disconnect(shop);

        OrderView order = town.hear(paid(shop, "kim"));

        assertThat(order.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(order.reason()).isEqualTo(Reason.STORE_UNREACHABLE);
    }

    @Test
    void an_order_for_a_store_whose_till_has_just_come_waits_for_it() {
        Shop shop = town.openShop();
        town.disconnect(shop);
        town.connectJustNow(shop);

        assertThat(town.hear(paid(shop, "kim")).status()).isEqualTo(OrderStatus.WAITING);
    }

    @Test
    void a_payment_for_a_gift_is_none_of_the_stores_business() {
        Shop shop = town.openShop();
        PaymentApproved order = paid(shop, "kim");
        CheckoutId gift = new CheckoutId(UUID.randomUUID());
        StubServices.feed("payment")
                .append(
                        new PaymentApproved(
                                gift, Intent.GIFT, order.buyer(), null, null, Krw.of(4_500), Krw.ZERO, Instant.now()),
                        1);

        town.hear(order);

        Town.asService().get("/internal/orders/" + gift).then().statusCode(404);
    }

    @Test
    void a_payment_service_that_has_lost_a_payment_learns_what_was_bought_with_it() {
        PaymentApproved paid = paid(town.openShop(), "kim");
        town.hear(paid);

        String purchase = "/internal/orders/" + paid.checkoutId() + "/purchase";
        Town.asService()
                .get(purchase)
                .then()
                .statusCode(200)
                .body("buyer", equalTo(paid.buyer().value()))
                .body("order.storeId", equalTo(paid.order().storeId().toString()))
                .body("order.lines", hasSize(paid.order().lines().size()))
                .body("gift", nullValue())
                .body("paidKrw", equalTo((int) paid.paidKrw().won()))
                .body("pointsKrw", equalTo(0));
        Town.asBuyer("kim").get(purchase).then().statusCode(403);
        Town.asService()
                .get("/internal/orders/" + UUID.randomUUID() + "/purchase")
                .then()
                .statusCode(404);
    }

    @Test
    void an_order_paid_by_points_alone_says_so() {
        PaymentApproved card = paid(town.openShop(), "kim");

        OrderView order = town.hear(new PaymentApproved(
                card.checkoutId(), Intent.ORDER, card.buyer(), card.order(), null, Krw.ZERO, Krw.of(4_600), card.at()));

        assertThat(order.tender()).isEqualTo(Tender.POINTS);
        assertThat(order.discountKrw()).isEqualTo(Krw.of(4_600));
    }

    @Test
    void a_payment_that_portone_takes_back_ends_the_order_and_till_and_buyer_are_told_of_it() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "park");

        StubServices.feed("payment").append(cancelled(order), 2);

        SOON.that(() -> assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.REFUSED));
        assertThat(order(order.orderId()).reason()).isEqualTo(Reason.PAYMENT_CANCELLED);
        assertThat(order(order.orderId()).refund()).isEqualTo(RefundProgress.DONE);
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.changed"))
                .anyMatch(frame -> frame.at("/d/reason").asText().equals("PAYMENT_CANCELLED")));
        SOON.that(() -> assertThat(town.mail(Town.recipient("park"), "order.status"))
                .anyMatch(frame -> frame.at("/d/refund").asText().equals("done")));
    }

    @Test
    void a_part_that_portone_takes_back_is_a_step_and_till_and_buyer_are_told_of_it() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "park");

        StubServices.feed("payment").append(partlyCancelled(order), 2);

        SOON.that(() -> assertThat(order(order.orderId()).cancelledKrw()).isEqualTo(Krw.of(1_000)));
        OrderView now = order(order.orderId());
        assertThat(now.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(now.timeline()).last().matches(entry -> entry.step().equals("payment-reduced"));
        assertThat(town.events(order.orderId())).containsExactly("order.placed", "order.payment-reduced");
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.changed"))
                .anyMatch(frame -> frame.at("/d/cancelledKrw").asLong() == 1_000));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "notice"))
                .anyMatch(frame -> frame.at("/d/text/ko").asText().contains("1,000원")));
        SOON.that(() -> assertThat(town.mail(Town.recipient("park"), "order.status"))
                .anyMatch(frame -> frame.at("/d/version").asLong() == now.version()));
    }

    @Test
    void the_buyer_is_told_how_far_the_refund_is_each_step_once() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "choi");
        Town.as(shop)
                .body(Map.of("reason", "TOO_BUSY"))
                .post("/orders/" + order.orderId() + "/refusal")
                .then()
                .statusCode(200);
        CheckoutId checkout = new CheckoutId(order.orderId().value());

        StubServices.feed("payment").append(requested(checkout), 2);
        StubServices.feed("payment").append(done(checkout), 3);
        StubServices.feed("payment").append(done(checkout), 3);
        town.waitingOrder(shop, "choi");

        assertThat(order(order.orderId()).refund()).isEqualTo(RefundProgress.DONE);
        assertThat(town.events(order.orderId()))
                .containsExactly("order.placed", "order.refused", "order.refund-changed");
    }

    @Test
    void what_is_said_of_a_payment_that_became_no_order_is_passed_over() {
        CheckoutId unknown = new CheckoutId(UUID.randomUUID());
        StubServices.feed("payment").append(requested(unknown), 1);
        StubServices.feed("payment").append(done(unknown), 2);

        town.waitingOrder(town.openShop(), "kim");
    }

    @Test
    void garbage_and_news_of_later_releases_do_not_hold_up_what_follows() {
        StubServices.feed("payment").appendRaw("checkout:x", 1, "payment.approved", Map.of("checkoutId", "nonsense"));
        StubServices.feed("payment").appendRaw("checkout:y", 1, "payment.danced", Map.of("steps", 3));

        town.waitingOrder(town.openShop(), "kim");
    }

    private static PaymentCancelled cancelled(OrderView order) {
        return new PaymentCancelled(
                new CheckoutId(order.orderId().value()),
                Intent.ORDER,
                Town.recipient("park"),
                order.amountKrw(),
                Instant.now());
    }

    private static PaymentPartlyCancelled partlyCancelled(OrderView order) {
        return new PaymentPartlyCancelled(
                new CheckoutId(order.orderId().value()),
                Intent.ORDER,
                Town.recipient("park"),
                Krw.of(1_000),
                Krw.of(1_000),
                order.amountKrw(),
                Instant.now());
    }

    private static RefundRequested requested(CheckoutId checkout) {
        return new RefundRequested(
                checkout, Intent.ORDER, Town.recipient("choi"), Krw.of(4_600), "order-refused", Instant.now());
    }

    private static RefundDone done(CheckoutId checkout) {
        return new RefundDone(checkout, Intent.ORDER, Town.recipient("choi"), Krw.of(4_600), Instant.now());
    }

    @Test
    void a_note_of_nothing_is_none_as_in_an_order_for_a_coupon() {
        assertThat(town.hear(withNote("")).note()).isNull();
        assertThat(town.hear(withNote(" ")).note()).isNull();
    }

    @Test
    void a_note_that_can_not_be_stored_is_cleaned_since_it_is_paid() {
        OrderView order = town.hear(withNote("a\u0000b\u202Ec\r\nd"));

        assertThat(order.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(order.note()).startsWith("a\uFFFDb").doesNotContain("\u0000", "\u202E", "\n", "\r");
    }

    @Test
    void a_card_number_in_a_note_is_masked_since_it_is_paid() {
        assertThat(town.hear(withNote("4111 1111 1111 1111")).note()).isEqualTo("**** **** **** 1111");
    }

    private PaymentApproved withNote(String note) {
        Shop shop = town.openShop();
        PaymentApproved paid = paid(shop, "kim");
        OrderDraft draft =
                new OrderDraft(shop.store(), paid.order().lines(), paid.order().pickup(), note);
        return new PaymentApproved(
                paid.checkoutId(),
                paid.intent(),
                paid.buyer(),
                draft,
                null,
                paid.paidKrw(),
                paid.pointsKrw(),
                paid.at());
    }
}
