package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.SignedWebhook;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each pitfall that users of PortOne report, by name. */
@QuarkusTest
class SettlementTest extends PaymentTest {
    private static final List<String> REFUNDED = List.of("payment.rejected", "refund.requested", "refund.done");

    private final String buyer = Shop.anyBuyer();

    @Test
    void a_paid_checkout_is_approved_with_what_was_ordered() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(2));
        Purchase.of(checkout, 2 * LATTE_WON).pay();

        isApprovedOnce(checkout);
        var approved = ledger.events(checkout).get(0).body();
        assertThat(approved.path("paidKrw").asLong()).isEqualTo(2 * LATTE_WON);
        assertThat(approved.path("order").path("lines").get(0).path("quantity").asInt())
                .isEqualTo(2);
    }

    @Test
    void an_approval_ends_the_hint_at_it_in_one_transaction() {
        String checkout = paid();
        isApprovedOnce(checkout);
        assertThat(ledger.count("""
                        SELECT count(*) FROM webhooks w, checkouts c
                        WHERE w.payment_id = $1 AND c.id::text = $1 AND w.xmin = c.xmin
                          AND w.status = 'DONE' AND w.result = 'APPROVED' AND w.done_at IS NOT NULL
                        """, checkout)).isEqualTo(1);
    }

    @Test
    void a_webhook_before_the_browser_callback_is_enough() {
        Sim.faults(List.of(Sim.rule("webhook-before-redirect", "*", 1)));
        isApprovedOnce(paid());
    }

    @Test
    void a_hundred_parallel_webhooks_of_one_payment_approve_it_once() throws Exception {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.faults(List.of(Sim.rule("webhook-never", "*", 100)));
        Purchase.of(checkout, LATTE_WON).pay();
        ExecutorService senders = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> webhooks = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i -> () -> SignedWebhook.paid(checkout, "msg_" + i % 50 + checkout)
                            .send())
                    .toList();
            for (var answer : senders.invokeAll(webhooks)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            senders.shutdown();
        }
        isApprovedOnce(checkout);
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    @Test
    void duplicate_webhooks_change_nothing() {
        Sim.faults(List.of(Map.of("fault", "webhook-duplicate", "copies", 5)));
        isApprovedOnce(paid());
    }

    @Test
    void webhooks_out_of_order_end_in_what_the_look_up_shows() {
        Sim.faults(List.of(Map.of("fault", "webhook-reorder", "times", 1)));
        String checkout = paid();
        Sim.console(checkout, Map.of());
        SOON.that(() -> assertThat(ledger.types(checkout)).isNotEmpty());
        SOON.that(() -> assertThat(ledger.types(checkout))
                .isIn(List.of("payment.approved", "payment.cancelled"), List.of("payment.rejected")));
    }

    @Test
    void an_amount_forged_in_the_client_is_refunded_in_full() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(2));
        Purchase.of(checkout, 2 * LATTE_WON - 1).pay();
        isRefundedBecause(checkout, "amount-mismatch");
    }

    @Test
    void another_currency_is_refunded_in_full() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).with("currency", "USD").pay();
        isRefundedBecause(checkout, "currency-mismatch");
    }

    @Test
    void a_test_channel_against_production_is_refused() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).with("channel", "TEST").pay();
        isRefundedBecause(checkout, "test-channel");
    }

    @Test
    void another_merchants_payment_has_no_effect() {
        Sim.faults(List.of(Map.of("fault", "other-merchant", "times", 1)));
        String checkout = paid();
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).isEmpty());
    }

    @Test
    void a_cancel_in_the_console_becomes_an_event_and_a_notice() {
        String checkout = paid();
        isApprovedOnce(checkout);
        Sim.console(checkout, Map.of());
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.cancelled"));
        assertThat(ledger.refunds(checkout)).isEmpty();
    }

    @Test
    void a_chargeback_becomes_an_event_and_a_notice() {
        String checkout = paid();
        isApprovedOnce(checkout);
        Sim.console(checkout, Map.of("trigger", "CHARGEBACK"));
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.cancelled"));
    }

    @Test
    void each_partial_cancel_in_the_console_is_told_and_lets_the_order_stand() {
        String checkout = paid();
        isApprovedOnce(checkout);
        Sim.console(checkout, Map.of("amount", 1_000));
        SOON.that(() ->
                assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.partly-cancelled"));
        Sim.console(checkout, Map.of("amount", 500));
        SOON.that(() -> assertThat(ledger.types(checkout)).hasSize(3));

        JsonNode second = ledger.events(checkout).get(2).body();
        assertThat(second.path("cancelledKrw").asLong()).isEqualTo(500);
        assertThat(second.path("totalCancelledKrw").asLong()).isEqualTo(1_500);
        assertThat(second.path("paidKrw").asLong()).isEqualTo(LATTE_WON);
        assertThat(ledger.refunds(checkout)).isEmpty();
    }

    @Test
    void an_approval_that_the_database_refuses_is_refunded_within_seconds() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("ALTER TABLE checkouts ADD CONSTRAINT refused CHECK (verdict <> 'APPROVED' OR id <> '" + checkout
                + "') NOT VALID");
        try {
            Purchase.of(checkout, LATTE_WON).pay();
            isRefundedBecause(checkout, "payment-not-recordable");
        } finally {
            ledger.run("ALTER TABLE checkouts DROP CONSTRAINT refused");
        }
    }

    @Test
    void a_hint_that_can_neither_be_settled_nor_refunded_is_parked_and_counted() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET draft = 'no draft' WHERE id = $1", Shop.uuid(checkout));
        try {
            Purchase.of(checkout, LATTE_WON).pay();
            SOON.that(() -> assertThat(ledger.count(
                            "SELECT count(*) FROM webhooks WHERE payment_id = $1 AND result = 'PARKED'", checkout))
                    .isPositive());
            assertThat(ledger.count(
                            "SELECT max(failures) FROM webhooks WHERE payment_id = $1 AND result = 'PARKED'", checkout))
                    .isEqualTo(2);
        } finally {
            ledger.run("DELETE FROM checkouts WHERE id = $1", Shop.uuid(checkout));
        }
    }

    @Test
    void pay_pending_is_waited_for() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).with("outcome", "PAY_PENDING").pay();
        isStillOpen(checkout);
        Sim.act(checkout, "approve");
        isApprovedOnce(checkout);
    }

    @Test
    void a_virtual_account_is_paid_only_when_the_money_is_there() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON)
                .with("method", "vbank")
                .with("outcome", "VIRTUAL_ACCOUNT_ISSUED")
                .pay();
        isStillOpen(checkout);
        Sim.act(checkout, "deposit");
        isApprovedOnce(checkout);
    }

    @Test
    void a_payment_that_failed_first_may_be_paid_after_all() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).with("outcome", "FAILED").pay();
        isStillOpen(checkout);
        Sim.act(checkout, "approve");
        isApprovedOnce(checkout);
    }

    @Test
    void an_unknown_event_type_and_extra_fields_are_no_error() {
        Sim.faults(List.of(
                Map.of("fault", "webhook-unknown-type", "times", 1),
                Map.of("fault", "webhook-extra-fields", "times", 5),
                Map.of("fault", "extra-fields", "times", 5)));
        isApprovedOnce(paid());
    }

    @Test
    void a_look_up_that_fails_is_tried_again() {
        Map<String, String> checkouts = new HashMap<>();
        List.of("error", "garbled", "drop-response", "unauthorized", "not-found", "down")
                .forEach(fault -> checkouts.put(fault, Shop.checkout(buyer, Shop.orderOf(1))));
        Sim.faults(checkouts.entrySet().stream()
                .map(each -> Map.<String, Object>of(
                        "fault", each.getKey(), "at", "v2.get", "paymentId", each.getValue(), "times", 1))
                .toList());
        checkouts.values().forEach(checkout -> Purchase.of(checkout, LATTE_WON).pay());
        checkouts.values().forEach(this::isApprovedOnce);
    }

    @Test
    void a_payment_for_an_expired_checkout_is_refunded_in_full_with_a_reason() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET expires_at = now() - interval '1 hour' WHERE id = $1", Shop.uuid(checkout));
        Shop.becomes(buyer, checkout, "EXPIRED");

        Purchase.of(checkout, LATTE_WON).pay();

        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("checkout.expired", "payment.rejected", "refund.requested", "refund.done"));
        assertThat(Shop.progress(buyer, checkout).getString("reason")).isEqualTo("checkout-expired");
    }

    @Test
    void a_webhook_delayed_by_hours_still_counts() {
        Sim.faults(List.of(Map.of("fault", "webhook-delay", "times", 1, "delayMs", 1_500)));
        isApprovedOnce(paid());
    }

    private String paid() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        return checkout;
    }

    private void isApprovedOnce(String checkout) {
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("PAID");
    }

    private void isStillOpen(String checkout) {
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).isEmpty());
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("OPEN");
    }

    private void isRefundedBecause(String checkout, String reason) {
        SOON.that(() -> assertThat(ledger.types(checkout)).isEqualTo(REFUNDED));
        assertThat(Shop.progress(buyer, checkout).getString("reason")).isEqualTo(reason);
        assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED");
        assertThat(Sim.payment(checkout).path("cancellations")).hasSize(1);
        assertThat(Sim.payment(checkout).path("status").asText()).isEqualTo("CANCELLED");
    }
}
