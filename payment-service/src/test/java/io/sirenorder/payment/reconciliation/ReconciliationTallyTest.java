package io.sirenorder.payment.reconciliation;

import static io.sirenorder.payment.checkout.CheckoutFixtures.NOON;
import static io.sirenorder.payment.checkout.CheckoutFixtures.paid;
import static io.sirenorder.payment.checkout.CheckoutFixtures.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOnePayment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconciliationTallyTest {
    private static final PortOnePayment CANCELLED = payment(PaymentState.CANCELLED, 5_000, 5_000, "KRW", true);

    private final ReconciliationTally tally =
            new ReconciliationTally(NOON.minus(Duration.ofHours(1)), NOON.plusSeconds(3_600), NOON.plusSeconds(3_480));

    /** A payment in our books; each test changes one thing. */
    private static final class Known {
        private String verdict = "APPROVED";
        private String outcome = "ORDER";
        private long cancelled;
        private boolean open;
        private boolean manual;
        private long target;
        private long byHand;
        private boolean told;

        OurPayment built() {
            return new OurPayment(
                    UUID.fromString(paid().paymentId()),
                    paid().reference(),
                    verdict,
                    outcome,
                    BigDecimal.valueOf(5_000),
                    BigDecimal.valueOf(cancelled),
                    "KRW",
                    open,
                    manual,
                    BigDecimal.valueOf(target),
                    Krw.of(byHand),
                    told,
                    false);
        }
    }

    private final Known known = new Known();

    @Test
    void a_paid_order_agrees() {
        tally.add(paid(), known.built());
        isClean();
        assertThat(tally.result(List.of()).portone())
                .isEqualTo(tally.result(List.of()).ours());
    }

    @Test
    void a_payment_that_we_do_not_know_differs_once_it_is_old_enough() {
        tally.add(paid(), null);
        differs("unknown");
    }

    @Test
    void a_payment_of_a_moment_ago_is_pending_and_the_sums_say_so() {
        ReconciliationTally young = new ReconciliationTally(NOON, NOON.plusSeconds(60), NOON.plusSeconds(30));
        young.add(paid(), null);
        ReconciliationReport report = young.result(List.of());
        assertThat(report.differences()).isEmpty();
        assertThat(report.onTheirWay()).isEqualTo(1);
        assertThat(report.portone().paidKrw())
                .isEqualTo(report.ours().paidKrw().plus(report.pending().paidKrw()));
    }

    @Test
    void a_refund_under_way_is_pending_with_what_portone_shows_already() {
        known.open = true;
        tally.add(CANCELLED, known.built());
        isClean();
        assertThat(tally.result(List.of()).pending().cancelledKrw()).isEqualTo(Krw.of(5_000));
    }

    @Test
    void other_amounts_differ() {
        tally.add(CANCELLED, known.built());
        differs("amounts");
    }

    @Test
    void a_rejected_payment_has_to_go_back() {
        known.verdict = "REJECTED";
        known.outcome = null;
        tally.add(paid(), known.built());
        differs("not-refunded");
    }

    @Test
    void an_approved_payment_has_to_become_something() {
        known.outcome = null;
        tally.add(paid(), known.built());
        differs("no-outcome");
    }

    @Test
    void a_refund_that_is_done_has_to_show_at_portone() {
        known.outcome = "REFUNDED";
        known.target = 5_000;
        tally.add(paid(), known.built());
        differs("refund-short");
    }

    @Test
    void an_order_that_stands_though_all_of_it_went_back_differs_unless_it_was_told() {
        known.cancelled = 5_000;
        tally.add(CANCELLED, known.built());
        differs("stands-unpaid");
        known.told = true;
        ReconciliationTally again = new ReconciliationTally(NOON, NOON, NOON);
        again.add(CANCELLED, known.built());
        assertThat(again.result(List.of()).differences()).isEmpty();
    }

    @Test
    void a_refund_that_waits_for_a_person_is_counted_and_no_difference() {
        known.verdict = "REJECTED";
        known.outcome = null;
        known.manual = true;
        tally.add(paid(), known.built());
        isClean();
        assertThat(tally.result(List.of()).manual()).isEqualTo(1);
    }

    @Test
    void what_was_settled_by_hand_is_listed_and_no_difference() {
        known.verdict = "REJECTED";
        known.outcome = "REFUNDED";
        known.byHand = 5_000;
        tally.add(paid(), known.built());
        isClean();
        assertThat(tally.result(List.of()).byHand()).hasSize(1);
        assertThat(tally.result(List.of()).byHand().get(0).settledKrw()).isEqualTo(Krw.of(5_000));
    }

    @Test
    void one_of_ours_that_portone_does_not_show_is_missing() {
        tally.addMissing(known.built());
        differs("missing");
    }

    private void isClean() {
        assertThat(tally.result(List.of()).differences()).isEmpty();
    }

    private void differs(String kind) {
        assertThat(tally.result(List.of()).differences())
                .extracting(Difference::kind)
                .containsExactly(kind);
    }
}
