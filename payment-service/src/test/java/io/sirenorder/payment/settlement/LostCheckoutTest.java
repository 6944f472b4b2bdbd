package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.Shop.AT_REST;
import static io.sirenorder.payment.Shop.GANGNAM;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Payments of checkouts that the database has lost, as after a restore to an earlier moment. */
@QuarkusTest
class LostCheckoutTest extends PaymentTest {
    private static final List<String> REFUNDED = List.of("payment.rejected", "refund.requested", "refund.done");

    private final String buyer = Shop.anyBuyer();
    private final String checkout = UUID.randomUUID().toString();

    @Test
    void an_order_that_was_made_is_not_refunded_although_its_checkout_is_lost() {
        anOrderWasMade(LATTE_WON);
        pay();
        isApproved();
        assertThat(Shop.progress(buyer, checkout).getString("orderId")).isEqualTo(checkout);
        assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("ORDER");
        nothingGoesBack();
    }

    @Test
    void a_gift_that_was_sent_is_not_refunded_either() {
        Recipient friend = Recipient.address("0123456789abcdef0123456789abcdef");
        GiftDraft gift = new GiftDraft(friend, "철수", Shop.line(1), "축하해", "card2");
        StubServices.answer(
                "GET",
                "/internal/gifts/" + checkout + "/purchase",
                request -> Reply.json(200, new Purchase(payer(), null, gift, Krw.of(LATTE_WON), Krw.ZERO)));
        pay();
        isApproved();
        assertThat(Shop.progress(buyer, checkout).getString("giftId")).isEqualTo(checkout);
        nothingGoesBack();
    }

    @Test
    void a_payment_of_which_nothing_was_made_goes_back() {
        String transaction = pay();
        String stranger = SOON.get(() -> ledger.checkoutOf(transaction));
        SOON.that(() -> assertThat(ledger.types(stranger)).isEqualTo(REFUNDED));
        assertThat(ledger.events(stranger).get(0).body().path("reason").asText())
                .isEqualTo("checkout-not-payable");
    }

    @Test
    void nothing_goes_back_while_store_service_cannot_say_whether_there_is_an_order() {
        StubServices.answer(
                "GET", "/internal/orders/*/purchase", request -> Reply.problem(503, "neighbour-unavailable"));
        pay();
        SOON.that(() -> assertThat(
                        ledger.count("SELECT count(*) FROM webhooks WHERE payment_id = $1 AND tries > 1", checkout))
                .isPositive());
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isZero();
        anOrderWasMade(LATTE_WON);
        isApproved();
    }

    @Test
    void an_end_that_was_heard_before_the_payment_is_back_waits_for_it_and_then_refunds_once() {
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(ledger.text(
                        "SELECT min(state) FROM dead_letters WHERE stream = $1 AND type = 'order.refused'",
                        "order:" + checkout))
                .isEqualTo("EARLY"));
        anOrderWasMade(LATTE_WON);
        pay();
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.done"));
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
    }

    @Test
    void a_sum_that_the_order_did_not_cost_is_refunded() {
        anOrderWasMade(LATTE_WON - 1);
        pay();
        SOON.that(() -> assertThat(ledger.types(checkout)).isEqualTo(REFUNDED));
        assertThat(ledger.events(checkout).get(0).body().path("reason").asText())
                .isEqualTo("amount-mismatch");
    }

    @Test
    void a_checkout_that_is_known_is_recovered_from_nothing() {
        String known = Shop.checkout(buyer, Shop.orderOf(1));
        anOrderWasMade(known, LATTE_WON);
        String transaction = Sim.Purchase.of(known, LATTE_WON)
                .with("version", "V1")
                .with("customData", Map.of("type", "order", "checkoutId", known))
                .pay()
                .path("transactionId")
                .asText();
        String stranger = SOON.get(() -> ledger.checkoutOf(transaction));
        assertThat(stranger).isNotEqualTo(known);
        SOON.that(() -> assertThat(ledger.types(stranger)).isEqualTo(REFUNDED));
        assertThat(Shop.progress(buyer, known).getString("status")).isEqualTo("OPEN");
    }

    private void anOrderWasMade(long won) {
        anOrderWasMade(checkout, won);
    }

    private void anOrderWasMade(String id, long won) {
        OrderDraft draft = new OrderDraft(GANGNAM, List.of(Shop.line(1)), Pickup.TO_GO, null);
        StubServices.answer(
                "GET",
                "/internal/orders/" + id + "/purchase",
                request -> Reply.json(200, new Purchase(payer(), draft, null, Krw.of(won), Krw.ZERO)));
    }

    private String pay() {
        return Sim.Purchase.of(checkout, LATTE_WON)
                .with("customData", Map.of("type", "order", "checkoutId", checkout))
                .pay()
                .path("transactionId")
                .asText();
    }

    private void isApproved() {
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    private void nothingGoesBack() {
        AT_REST.stays(() -> assertThat(ledger.refunds(checkout)).isEmpty());
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isZero();
    }

    private Recipient payer() {
        return Tokens.recipient(buyer);
    }
}
