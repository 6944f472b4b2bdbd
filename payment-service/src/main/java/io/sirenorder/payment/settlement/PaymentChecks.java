package io.sirenorder.payment.settlement;

import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.checkout.CheckoutStatus;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneConfig.Channel;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.settlement.SettlementConfig.ForeignPayer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Checks of a payment against its checkout; an objection is the slug of the reason that its buyer is told. */
@ApplicationScoped
class PaymentChecks {
    /** The money is in another account than the one that it is for. */
    static final String ACCOUNT_MISMATCH = "account-mismatch";

    /** Another customer than the buyer paid it. */
    static final String PAYER_DIFFERS = "payer-differs";

    /** All objections of these checks. */
    static final List<String> SLUGS = List.of(
            "payment-not-paid",
            "payment-cancelled",
            "payment-partly-cancelled",
            "test-channel",
            "currency-mismatch",
            "amount-mismatch",
            "checkout-expired",
            ACCOUNT_MISMATCH,
            PAYER_DIFFERS);

    private final Channel channel;
    private final ForeignPayer foreignPayer;

    PaymentChecks(PortOneConfig portone, SettlementConfig config) {
        this.channel = portone.channel();
        this.foreignPayer = config.foreignPayer();
    }

    Optional<String> objection(Checkout checkout, PortOnePayment seen) {
        return objection(channel, checkout, seen).or(() -> objection(foreignPayer, checkout, seen));
    }

    /** Empty unless somebody else than the buyer paid, and that is to be refused. */
    static Optional<String> objection(ForeignPayer wanted, Checkout checkout, PortOnePayment seen) {
        return wanted == ForeignPayer.REFUSE && checkout.isPaidByAnother(seen)
                ? Optional.of(PAYER_DIFFERS)
                : Optional.empty();
    }

    /** The first objection, or empty if the payment pays for exactly this checkout. */
    static Optional<String> objection(Channel channel, Checkout checkout, PortOnePayment seen) {
        return switch (seen.state()) {
            case WAITING, FAILED -> Optional.of("payment-not-paid");
            case CANCELLED -> Optional.of("payment-cancelled");
            case PARTLY_CANCELLED -> Optional.of("payment-partly-cancelled");
            case PAID -> mismatch(channel, checkout, seen);
        };
    }

    /** The same for a payment that had been approved before, whatever went back since. */
    Optional<String> objectionToRecovered(Checkout checkout, PortOnePayment seen) {
        return mismatch(channel, checkout, seen);
    }

    private static Optional<String> mismatch(Channel channel, Checkout checkout, PortOnePayment seen) {
        if (!seen.live() && channel == Channel.LIVE) {
            return Optional.of("test-channel");
        }
        if (!"KRW".equals(seen.currency())) {
            return Optional.of("currency-mismatch");
        }
        if (!seen.isExactly(checkout.amount())) {
            return Optional.of("amount-mismatch");
        }
        return checkout.status() == CheckoutStatus.EXPIRED ? Optional.of("checkout-expired") : Optional.empty();
    }
}
