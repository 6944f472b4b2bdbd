package io.sirenorder.payment.reconciliation;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim.Purchase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts that something waits for and that have no credentials here, as they are counted. */
@QuarkusTest
class AccountGaugeTest extends PaymentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    AccountGauge gauge;

    @Inject
    MeterRegistry meters;

    private final String buyer = Shop.anyBuyer();
    private final String gone = "gone-" + UUID.randomUUID();

    @Test
    void each_account_that_open_checkouts_wait_for_counts_once_until_they_have_ended() {
        double before = missing();
        String first = Shop.checkout(buyer, Shop.orderOf(1));
        String second = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(missing()).isEqualTo(before);

        belongsTo(gone, first);
        belongsTo(gone, second);
        assertThat(missing() - before).isEqualTo(1);
        belongsTo(gone + "-too", second);
        assertThat(missing() - before).isEqualTo(2);

        belongsTo("platform", first);
        belongsTo("platform", second);
        assertThat(missing()).isEqualTo(before);
    }

    @Test
    void an_account_that_a_refund_waits_for_counts_until_it_is_paid_back() {
        String paid = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(paid, LATTE_WON).pay();
        Shop.becomes(buyer, paid, "PAID");
        double before = missing();

        belongsTo(gone, paid);
        assertThat(missing()).as("nothing waits for it").isEqualTo(before);
        ledger.run("""
                INSERT INTO refunds (id, checkout_id, purpose, status, target, refund_krw, reason, next_try_at, created_at)
                VALUES ($1, $2, 'ENDED_ORDER', 'UNKNOWN', $3, $3, 'EXPIRED', now() + interval '1 hour', now())""", UUID.randomUUID(), UUID.fromString(paid), LATTE_WON);
        assertThat(missing() - before).isEqualTo(1);
        ledger.run(
                "UPDATE refunds SET status = 'DONE', ended_at = now() WHERE checkout_id = $1", UUID.fromString(paid));
        assertThat(missing()).isEqualTo(before);
    }

    private double missing() {
        gauge.count().await().atMost(PATIENCE);
        return meters.get("siren.accounts.missing").gauge().value();
    }

    private void belongsTo(String account, String checkout) {
        ledger.run("UPDATE checkouts SET account = $2 WHERE id = $1", UUID.fromString(checkout), account);
    }
}
