package io.sirenorder.payment.refund;

import static io.sirenorder.payment.checkout.CheckoutFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.checkout.CheckoutFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final RefundConfig POLICY =
            new Policy(List.of(Duration.ofSeconds(30), Duration.ofMinutes(1)), 3, Duration.ofDays(3));

    private final Checkout checkout = CheckoutFixtures.approved();
    private final Refund refund = Refund.of(checkout, Purpose.ENDED_ORDER, BigDecimal.valueOf(5_000), "SOLD_OUT", NOON);

    /** The policy of the tests. */
    private record Policy(List<Duration> waits, int refusals, Duration pendingFor) implements RefundConfig {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(1);
        }
    }

    @Test
    void waits_grow_and_the_last_one_repeats() {
        assertThat(POLICY.waitAfter(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(POLICY.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(POLICY.waitAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(POLICY.waitAfter(99)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void each_refusal_makes_the_next_request_a_new_one_and_the_last_calls_a_person() {
        String first = refund.key();
        assertThat(refund.refused(checkout, "PG_PROVIDER", POLICY, NOON)).isEmpty();
        assertThat(refund.key()).isNotEqualTo(first);
        assertThat(refund.refused(checkout, "PG_PROVIDER", POLICY, NOON)).isEmpty();
        assertThat(refund.refused(checkout, "PG_PROVIDER", POLICY, NOON)).isPresent();
        assertThat(refund.status()).isEqualTo(RefundStatus.MANUAL);
    }

    @Test
    void an_unclear_answer_repeats_the_same_request() {
        String first = refund.key();
        refund.postpone("no answer", Duration.ofSeconds(30), NOON);
        assertThat(refund.key()).isEqualTo(first);
        assertThat(refund.nextTryAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void what_hangs_for_days_calls_a_person() {
        assertThat(refund.pending(checkout, "pending", POLICY, NOON.plus(Duration.ofDays(3))))
                .isEmpty();
        assertThat(refund.pending(
                        checkout,
                        "pending",
                        POLICY,
                        NOON.plus(Duration.ofDays(3)).plusSeconds(1)))
                .isPresent();
    }

    @Test
    void after_a_retry_by_hand_the_days_count_anew() {
        refund.manual(checkout, "no", NOON);
        Instant later = NOON.plus(Duration.ofDays(10));
        refund.retry(later);
        assertThat(refund.status()).isEqualTo(RefundStatus.DUE);
        assertThat(refund.isEnded()).isFalse();
        assertThat(refund.pending(checkout, "pending", POLICY, later.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void a_refund_settled_by_hand_is_done_and_names_the_operator() {
        refund.manual(checkout, "no", NOON);
        HandSettlement settlement = new HandSettlement("계좌로 송금", Krw.of(5_000), null);
        RefundDone done = refund.settle(checkout, settlement, "operator:x", NOON);
        assertThat(done.byHand()).isTrue();
        assertThat(refund.view().status()).isEqualTo("SETTLED");
        assertThat(refund.view().settledBy()).isEqualTo("operator:x");
    }

    @Test
    void only_what_waits_for_a_person_is_ended_by_one() {
        HandSettlement settlement = new HandSettlement("계좌로 송금", Krw.of(5_000), null);
        assertThatThrownBy(() -> refund.retry(NOON)).isInstanceOf(RefundNotManual.class);
        assertThatThrownBy(() -> refund.settle(checkout, settlement, "operator:x", NOON))
                .isInstanceOf(RefundNotManual.class);
        refund.done(checkout, NOON);
        assertThatThrownBy(() -> refund.retry(NOON)).isInstanceOf(RefundNotManual.class);
    }

    @Test
    void an_ended_one_does_not_end_again() {
        refund.done(checkout, NOON);
        assertThatThrownBy(() -> refund.manual(checkout, "no", NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refund.postpone("no", Duration.ZERO, NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_more_is_settled_than_was_to_go_back_and_nothing_in_the_future() {
        for (HandSettlement wrong : List.of(
                new HandSettlement("12345", Krw.of(0), null),
                new HandSettlement("12345", Krw.of(5_001), null),
                new HandSettlement("12345", Krw.of(5_000), NOON.plusSeconds(3_600)))) {
            assertThatThrownBy(() -> wrong.check(refund, NOON)).isInstanceOf(InvalidRequest.class);
        }
        new HandSettlement("12345", Krw.of(5_000), NOON).check(refund, NOON);
    }

    @Test
    void portones_wording_is_kept_as_far_as_it_can_be_stored() {
        refund.postpone("a\u0000b" + "x".repeat(1_000), Duration.ZERO, NOON);
        assertThat(refund.lastAnswer()).startsWith("a\uFFFDb").hasSize(300);
    }
}
