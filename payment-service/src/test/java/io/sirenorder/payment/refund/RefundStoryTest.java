package io.sirenorder.payment.refund;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However PortOne answers, the money goes back exactly once, or a person is called. */
@QuarkusTest
class RefundStoryTest extends PaymentTest {
    private final String buyer = Shop.anyBuyer();

    @Test
    void a_refused_order_is_refunded_once_however_often_it_is_said() {
        String checkout = approved();
        Orders.of(buyer, checkout).placed().refused().refused().expired();
        isDoneOnce(checkout);
        assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void a_placed_order_stands() {
        String checkout = approved();
        Orders.of(buyer, checkout).placed();
        SOON.that(() ->
                assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("ORDER"));
        assertThat(Shop.progress(buyer, checkout).getString("orderId")).isEqualTo(checkout);
    }

    @Test
    void for_each_answer_of_the_cancellation_the_money_goes_back_once() {
        Map<String, Integer> faults = Map.ofEntries(
                Map.entry("drop-response", 1),
                Map.entry("drop-request", 2),
                Map.entry("error-after", 1),
                Map.entry("error", 2),
                Map.entry("outstanding", 2),
                Map.entry("unauthorized", 2),
                Map.entry("down", 3),
                Map.entry("garbled", 1),
                Map.entry("pg-error", 2),
                Map.entry("cancel-failed", 1),
                Map.entry("cancel-requested", 1));
        Map<String, String> checkouts = new HashMap<>();
        faults.keySet().forEach(fault -> checkouts.put(fault, approved()));
        Sim.faults(checkouts.entrySet().stream()
                .map(each -> fault(each.getKey(), each.getValue(), faults.get(each.getKey())))
                .toList());
        checkouts
                .values()
                .forEach(checkout -> Orders.of(buyer, checkout).placed().refused());
        checkouts.values().forEach(this::isDoneOnce);
    }

    @Test
    void a_cancellation_that_is_accepted_first_and_fails_later_is_asked_for_anew() {
        String checkout = approved();
        Sim.faults(
                List.of(with(with(fault("cancel-requested", checkout, 1), "outcome", "FAILED"), "endsAfterMs", 300)));
        Orders.of(buyer, checkout).placed().refused();
        isDoneOnce(checkout);
        assertThat(Sim.payment(checkout).path("cancellations").findValuesAsText("status"))
                .containsExactly("FAILED", "SUCCEEDED");
    }

    @Test
    void one_that_fails_later_each_time_calls_a_person() {
        String checkout = approved();
        Sim.faults(
                List.of(with(with(fault("cancel-requested", checkout, 100), "outcome", "FAILED"), "endsAfterMs", 100)));
        Orders.of(buyer, checkout).placed().refused();
        isManual(checkout);
    }

    @Test
    void an_answer_that_never_comes_in_time_is_asked_for_again() {
        String checkout = approved();
        Sim.faults(List.of(with(fault("delay-answer", checkout, 1), "delayMs", 1_600)));
        Orders.of(buyer, checkout).placed().refused();
        isDoneOnce(checkout);
    }

    @Test
    void a_refusal_for_good_calls_a_person() {
        String checkout = approved();
        Map<String, Object> refusal = with(fault("error", checkout, 100), "status", 409);
        Sim.faults(List.of(with(refusal, "type", "MAX_CANCEL_COUNT_REACHED")));
        Orders.of(buyer, checkout).placed().refused();
        isManual(checkout);
        assertThat(Sim.payment(checkout).path("cancellations")).isEmpty();
    }

    @Test
    void a_provider_that_always_refuses_calls_a_person_after_a_few_tries() {
        String checkout = approved();
        Sim.faults(List.of(fault("pg-error", checkout, 100)));
        Orders.of(buyer, checkout).placed().refused();
        isManual(checkout);
    }

    @Test
    void what_the_console_gave_back_already_is_not_given_back_again() {
        String checkout = approved();
        Sim.faults(List.of(Map.of("fault", "webhook-never", "paymentId", checkout)));
        Sim.console(checkout, Map.of());
        Orders.of(buyer, checkout).placed().refused();
        isDoneOnce(checkout);
    }

    @Test
    void after_a_partial_cancel_in_the_console_only_the_rest_goes_back() {
        String checkout = approved();
        Sim.faults(List.of(Map.of("fault", "webhook-never", "paymentId", checkout)));
        Sim.console(checkout, Map.of("amount", 1_000));
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("DONE"));
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
        assertThat(Sim.payment(checkout).path("cancellations")).hasSize(2);
    }

    @Test
    void our_own_cancellations_webhook_is_no_news() {
        String checkout = approved();
        Orders.of(buyer, checkout).placed().refused();
        isDoneOnce(checkout);
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).doesNotContain("payment.cancelled"));
    }

    @Test
    void portone_down_for_a_while_delays_a_refund_and_nothing_else() {
        String checkout = approved();
        Sim.faults(List.of(
                Map.of("fault", "down", "at", "v2.get", "paymentId", checkout, "times", 3),
                fault("down", checkout, 2)));
        Orders.of(buyer, checkout).placed().refused();
        isDoneOnce(checkout);
    }

    @Test
    void an_order_paid_by_points_alone_has_no_money_to_give_back() {
        Map<String, Object> wanted = new HashMap<>(Shop.orderOf(1));
        wanted.put("points", LATTE_WON);
        String checkout = Shop.checkout(buyer, wanted);
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() ->
                assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED"));
        assertThat(ledger.refunds(checkout)).isEmpty();
        assertThat(ledger.types(checkout)).containsExactly("payment.approved");
    }

    @Test
    void the_end_of_an_order_that_a_coupon_paid_is_none_of_ours() {
        String order = UUID.randomUUID().toString();
        Orders.of(buyer, order).placed().refused();
        String after = approved();
        Orders.of(buyer, after).placed().refused();
        isDoneOnce(after);
        assertThat(ledger.refunds(order)).isEmpty();
    }

    private static Map<String, Object> fault(String fault, String checkout, int times) {
        return Map.of("fault", fault, "at", "v2.cancel", "paymentId", checkout, "times", times);
    }

    private static Map<String, Object> with(Map<String, Object> rule, String field, Object value) {
        Map<String, Object> more = new HashMap<>(rule);
        more.put(field, value);
        return more;
    }

    private String approved() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        return checkout;
    }

    private void isDoneOnce(String checkout) {
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.done"));
        assertThat(ledger.refunds(checkout)).containsExactly("DONE");
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
        assertThat(Sim.payment(checkout).path("cancellations").findValuesAsText("status"))
                .filteredOn("SUCCEEDED"::equals)
                .hasSize(1);
    }

    private void isManual(String checkout) {
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.manual"));
        assertThat(ledger.refunds(checkout)).containsExactly("MANUAL");
    }
}
