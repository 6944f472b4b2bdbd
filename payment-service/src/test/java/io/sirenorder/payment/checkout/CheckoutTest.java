package io.sirenorder.payment.checkout;

import static io.sirenorder.payment.checkout.CheckoutFixtures.ID;
import static io.sirenorder.payment.checkout.CheckoutFixtures.KIM;
import static io.sirenorder.payment.checkout.CheckoutFixtures.NOON;
import static io.sirenorder.payment.checkout.CheckoutFixtures.approved;
import static io.sirenorder.payment.checkout.CheckoutFixtures.expired;
import static io.sirenorder.payment.checkout.CheckoutFixtures.open;
import static io.sirenorder.payment.checkout.CheckoutFixtures.paid;
import static io.sirenorder.payment.checkout.CheckoutFixtures.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.payment.portone.PaymentState;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    @Test
    void points_lower_what_portone_is_paid() {
        assertThat(open(1_000).amount()).isEqualTo(Krw.of(4_000));
        assertThat(open(5_000).amount()).isEqualTo(Krw.ZERO);
    }

    @Test
    void an_approval_says_what_was_paid_and_for_what() {
        Checkout checkout = open(0);
        PaymentApproved approved = checkout.approve(paid(), NOON);
        assertThat(approved.checkoutId()).isEqualTo(ID);
        assertThat(approved.buyer()).isEqualTo(KIM);
        assertThat(approved.paidKrw()).isEqualTo(Krw.of(5_000));
        assertThat(approved.order().lines()).hasSize(1);
        assertThat(checkout.status()).isEqualTo(CheckoutStatus.PAID);
        assertThat(checkout.payment().verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void it_is_settled_once() {
        Checkout checkout = approved();
        assertThatThrownBy(() -> checkout.approve(paid(), NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> checkout.reject(paid(), "late", NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> checkout.expire("late", NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> checkout.approveByPoints(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void money_for_an_expired_one_is_rejected_and_it_stays_expired() {
        Checkout checkout = expired();
        PaymentRejected rejected = checkout.reject(paid(), "checkout-expired", NOON);
        assertThat(rejected.paidKrw()).isEqualTo(Krw.of(5_000));
        assertThat(checkout.status()).isEqualTo(CheckoutStatus.EXPIRED);
        assertThat(checkout.outcome()).isNull();
    }

    @Test
    void a_rejected_payment_that_went_back_already_is_refunded() {
        Checkout checkout = open(0);
        checkout.reject(payment(PaymentState.CANCELLED, 5_000, 5_000, "KRW", true), "payment-cancelled", NOON);
        assertThat(checkout.outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void foreign_money_is_no_won() {
        Checkout checkout = open(0);
        PaymentRejected rejected =
                checkout.reject(payment(PaymentState.PAID, 5, 0, "USD", true), "currency-mismatch", NOON);
        assertThat(rejected.paidKrw()).isEqualTo(Krw.ZERO);
    }

    @Test
    void cancellations_only_grow() {
        Payment payment = approved().payment();
        assertThat(payment.sawCancelled(BigDecimal.valueOf(1_000))).isEqualByComparingTo("1000");
        assertThat(payment.sawCancelled(BigDecimal.valueOf(1_000))).isEqualByComparingTo("0");
        assertThat(payment.sawCancelled(BigDecimal.valueOf(500))).isEqualByComparingTo("0");
        assertThat(payment.sawCancelled(BigDecimal.valueOf(1_500))).isEqualByComparingTo("500");
        assertThat(payment.isWhollyCancelled()).isFalse();
        payment.sawCancelled(BigDecimal.valueOf(5_000));
        assertThat(payment.isWhollyCancelled()).isTrue();
    }

    @Test
    void a_partial_cancellation_tells_this_part_and_all_of_it() {
        Checkout checkout = approved();
        checkout.payment().sawCancelled(BigDecimal.valueOf(1_000));
        BigDecimal part = checkout.payment().sawCancelled(BigDecimal.valueOf(1_500));
        PaymentPartlyCancelled told = checkout.partlyCancelledOutside(part, NOON);
        assertThat(told.cancelledKrw()).isEqualTo(Krw.of(500));
        assertThat(told.totalCancelledKrw()).isEqualTo(Krw.of(1_500));
        assertThat(told.paidKrw()).isEqualTo(Krw.of(5_000));
    }

    @Test
    void others_hear_that_a_rejected_one_will_never_be_an_order() {
        assertThat(open(0).state().status()).isEqualTo("OPEN");
        assertThat(approved().state().outcome()).isNull();
        Checkout checkout = open(0);
        checkout.reject(paid(), "amount-mismatch", NOON);
        assertThat(checkout.state().outcome()).isEqualTo("REFUNDED");
    }
}
