package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.checkout.CheckoutFixtures.KIM;
import static io.sirenorder.payment.checkout.CheckoutFixtures.expired;
import static io.sirenorder.payment.checkout.CheckoutFixtures.open;
import static io.sirenorder.payment.checkout.CheckoutFixtures.paid;
import static io.sirenorder.payment.checkout.CheckoutFixtures.paidBy;
import static io.sirenorder.payment.checkout.CheckoutFixtures.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOneConfig.Channel;
import io.sirenorder.payment.portone.PortOneCustomer;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.settlement.SettlementConfig.ForeignPayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentChecksTest {
    @Test
    void the_exact_amount_in_won_through_a_live_channel_is_right() {
        assertThat(PaymentChecks.objection(Channel.LIVE, open(0), paid())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, 5001, 0, KRW, true, amount-mismatch",
        "PAID, 4999, 0, KRW, true, amount-mismatch",
        "PAID, 5000, 0, USD, true, currency-mismatch",
        "PAID, 5000, 0, KRW, false, test-channel",
        "CANCELLED, 5000, 5000, KRW, true, payment-cancelled",
        "PARTLY_CANCELLED, 5000, 1, KRW, true, payment-partly-cancelled",
        "WAITING, 5000, 0, KRW, true, payment-not-paid",
        "FAILED, 5000, 0, KRW, true, payment-not-paid"
    })
    void anything_else_is_objected_to(
            PaymentState state, long total, long cancelled, String currency, boolean live, String objection) {
        assertThat(PaymentChecks.objection(Channel.LIVE, open(0), payment(state, total, cancelled, currency, live)))
                .contains(objection);
        assertThat(PaymentChecks.SLUGS).contains(objection);
    }

    @Test
    void points_are_taken_off_the_amount() {
        assertThat(PaymentChecks.objection(Channel.LIVE, open(1_000), paid())).contains("amount-mismatch");
        assertThat(PaymentChecks.objection(
                        Channel.LIVE, open(1_000), payment(PaymentState.PAID, 4_000, 0, "KRW", true)))
                .isEmpty();
    }

    @Test
    void test_channels_are_taken_in_development_only() {
        assertThat(PaymentChecks.objection(Channel.TEST, open(0), payment(PaymentState.PAID, 5_000, 0, "KRW", false)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ForeignPayer.class)
    void a_payer_who_is_the_buyer_or_names_nobody_is_right(ForeignPayer wanted) {
        assertThat(PaymentChecks.objection(wanted, open(0), paidBy(PortOneCustomer.id(KIM))))
                .isEmpty();
        assertThat(PaymentChecks.objection(wanted, open(0), paid())).isEmpty();
    }

    @Test
    void another_payer_is_objected_to_only_where_that_is_set() {
        PortOnePayment seen = paidBy("somebody-else");
        assertThat(PaymentChecks.objection(ForeignPayer.NOTE, open(0), seen)).isEmpty();
        assertThat(PaymentChecks.objection(ForeignPayer.REFUSE, open(0), seen)).contains("payer-differs");
        assertThat(PaymentChecks.SLUGS).contains("payer-differs");
    }

    @Test
    void an_expired_checkout_takes_no_money() {
        assertThat(PaymentChecks.objection(Channel.LIVE, expired(), paid())).contains("checkout-expired");
    }
}
