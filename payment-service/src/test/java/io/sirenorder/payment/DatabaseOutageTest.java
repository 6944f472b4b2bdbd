package io.sirenorder.payment;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.DatabaseOutage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes while PortOne is asked; when it is back, work goes on long before its lease of a minute or more runs out. */
@QuarkusTest
class DatabaseOutageTest extends PaymentTest {
    /** Within the time that is waited for an answer, and long enough for the database to go meanwhile. */
    private static final int ANSWER_MS = 700;

    private static final Duration OUTAGE = Duration.ofMillis(2_500);

    private final String buyer = Shop.anyBuyer();

    @Test
    void a_payment_that_was_being_settled_is_settled() {
        String checkout = silentlyPaid(slow("v2.get"));
        assertThat(SignedWebhook.paid(checkout, "msg_" + checkout).send()).isEqualTo(200);
        loseDatabase();
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    @Test
    void a_refund_that_portone_was_asked_for_is_done() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        Sim.faults(List.of(slow("v2.cancel")));
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(Sim.payment(checkout).path("cancelledAmount").asLong())
                .isEqualTo(LATTE_WON));
        loseDatabase();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("DONE"));
    }

    @Test
    void a_refund_whose_payment_was_being_looked_up_is_done() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        Sim.faults(
                List.of(slow("v2.get"), Map.of("fault", "down", "at", "v2.cancel", "paymentId", checkout, "times", 1)));
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("REQUESTED"));
        loseDatabase();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("DONE"));
    }

    @Test
    void a_checkout_that_was_being_looked_up_is_looked_up_again() {
        String checkout = silentlyPaid(slow("v2.get"));
        ledger.run("UPDATE checkouts SET look_at = now() WHERE id = $1", Shop.uuid(checkout));
        SOON.that(() -> assertThat(ledger.count(
                        "SELECT count(*) FROM checkouts WHERE id = $1 AND look_at > now()", Shop.uuid(checkout)))
                .isEqualTo(1));
        loseDatabase();
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    private String silentlyPaid(Map<String, Object> fault) {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.faults(List.of(Map.of("fault", "webhook-never"), fault));
        Purchase.of(checkout, LATTE_WON).pay();
        return checkout;
    }

    private static Map<String, Object> slow(String at) {
        return Map.of("fault", "delay-answer", "at", at, "delayMs", ANSWER_MS, "times", 1);
    }

    private static void loseDatabase() {
        try (DatabaseOutage outage = DatabaseOutage.of("payment")) {
            outage.lasts(OUTAGE);
        }
    }
}
