package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkouts that are paid through V1, while new ones go through V2: what a checkout was promised under stays with it. */
@QuarkusTest
class V1CheckoutTest extends PaymentTest {
    private final String buyer = Shop.anyBuyer();

    @AfterEach
    void json() {
        Sim.webhooks(Map.of("v1Form", false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_paid_checkout_is_approved_by_json_and_by_form(boolean form) {
        Sim.webhooks(Map.of("v1Form", form));
        isApprovedOnce(paid(LATTE_WON));
    }

    @Test
    void a_webhook_that_comes_before_its_payment_can_be_seen_is_looked_up_again() {
        String checkout = checkout();
        Sim.faults(List.of(Map.of("fault", "not-found", "at", "v1.get", "paymentId", checkout, "times", 2)));
        Purchase.of(checkout, LATTE_WON).with("version", "V1").pay();
        isApprovedOnce(checkout);
    }

    @Test
    void a_test_payment_does_not_exist_where_real_money_is_taken() {
        String checkout = checkout();
        Purchase.of(checkout, LATTE_WON)
                .with("version", "V1")
                .with("channel", "TEST")
                .pay();
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).isEmpty());
    }

    @Test
    void another_amount_is_refunded_in_full() {
        Sim.faults(List.of(Map.of("fault", "amount-differs", "by", 1, "times", 1)));
        String checkout = paid(LATTE_WON);
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.rejected", "refund.requested", "refund.done"));
        assertThat(Sim.payment(checkout).path("cancellations")).hasSize(1);
    }

    @Test
    void for_each_answer_of_the_cancellation_the_money_goes_back_once() {
        Map<String, String> checkouts = new HashMap<>();
        List.of("drop-response", "drop-request", "error-after", "error", "unauthorized", "pg-error", "garbled")
                .forEach(fault -> checkouts.put(fault, paid(LATTE_WON)));
        checkouts.values().forEach(this::isApprovedOnce);
        Sim.faults(checkouts.entrySet().stream()
                .map(each -> Map.<String, Object>of(
                        "fault", each.getKey(), "at", "v1.cancel", "paymentId", each.getValue(), "times", 1))
                .toList());
        checkouts
                .values()
                .forEach(checkout -> Orders.of(buyer, checkout).placed().refused());
        checkouts.values().forEach(checkout -> {
            SOON.that(() -> assertThat(ledger.types(checkout))
                    .containsExactly("payment.approved", "refund.requested", "refund.done"));
            assertThat(Sim.payment(checkout).path("cancellations")).hasSize(1);
        });
    }

    @Test
    void a_partial_cancel_that_looks_like_a_full_one_lets_the_order_stand() {
        String checkout = paid(LATTE_WON);
        isApprovedOnce(checkout);
        Sim.console(checkout, Map.of("amount", 1_000));
        SOON.that(() ->
                assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.partly-cancelled"));
    }

    @Test
    void a_cancel_in_the_console_becomes_an_event_and_a_notice() {
        String checkout = paid(LATTE_WON);
        isApprovedOnce(checkout);
        Sim.console(checkout, Map.of());
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.cancelled"));
    }

    @Test
    void an_open_checkout_whose_webhook_never_came_is_found_by_our_own_number() {
        String checkout = checkout();
        Sim.faults(List.of(Map.of("fault", "webhook-never")));
        Purchase.of(checkout, LATTE_WON).with("version", "V1").pay();
        ledger.run("UPDATE checkouts SET look_at = now() WHERE id = $1", Shop.uuid(checkout));
        isApprovedOnce(checkout);
    }

    private String paid(long amount) {
        String checkout = checkout();
        Purchase.of(checkout, amount).with("version", "V1").pay();
        return checkout;
    }

    private String checkout() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET portone_version = 'V1' WHERE id = $1", Shop.uuid(checkout));
        return checkout;
    }

    private void isApprovedOnce(String checkout) {
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }
}
