package io.sirenorder.payment.portone;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** One account at PortOne, in one of its versions. Every call fails with {@link PortOneUnreachable} when no clear answer came. */
public interface PaymentGateway {
    PortOneVersion version();

    /** Code of the account. */
    String account();

    /** Name of the account and version for positions and logs; those of the platform are named by the version alone. */
    default String label() {
        return account().equals(PortOneAccount.PLATFORM) ? version().name() : account() + "-" + version();
    }

    /** The reference of a checkout's payment in this account. */
    default PaymentReference reference(CheckoutId id) {
        return new PaymentReference(version(), account(), id.toString(), null);
    }

    /** Data that the buyer's client needs to open the payment window; the buyer is told to PortOne as a digest. */
    PaymentWindow window(CheckoutId id, Intent intent, Recipient buyer);

    /** Tells PortOne beforehand what this payment will cost; again with the same amount is fine. */
    Uni<Void> register(CheckoutId id, Krw amount);

    /** Fails with {@link PaymentUnknown} when PortOne has none. */
    Uni<PortOnePayment> lookUp(PaymentReference reference);

    /** Gives money back, only if PortOne still holds what {@link Cancellation#remaining} says. */
    Uni<CancelAnswer> cancel(Cancellation cancellation);

    /** Payments whose state changed in the given time, oldest page first; pages count from zero. */
    Uni<PaymentPage> changed(Instant from, Instant until, int page);

    /** Whether this payment was taken by our account. */
    boolean owns(PortOnePayment payment);
}
