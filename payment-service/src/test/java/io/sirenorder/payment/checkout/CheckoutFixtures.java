package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Checkouts and payments at noon. */
public final class CheckoutFixtures {
    public static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    public static final CheckoutId ID = CheckoutId.fromString("0190f3a2-7c4e-7b1a-9a55-0d2f6f1c0b01");
    public static final Recipient KIM = Recipient.fromString("buyer:0190a0a0-1234-8000-8000-0123456789ab");

    private static final PaymentReference AWAITED =
            new PaymentReference(PortOneVersion.V2, PortOneAccount.PLATFORM, ID.toString(), null);

    private CheckoutFixtures() {}

    /** A latte for 5,000 won, of which points cover so many. */
    public static Checkout open(long points) {
        OrderDraft order = new OrderDraft(Shop.GANGNAM, List.of(Shop.line(1)), Pickup.TO_GO, "");
        Priced priced = new Priced(Intent.ORDER, Draft.of(order), order.lines(), Krw.of(Shop.LATTE_WON), null);
        Deadlines deadlines = new Deadlines(NOON, NOON.plusSeconds(45), NOON.plusSeconds(900));
        return Checkout.promise(ID, KIM, priced, Krw.of(points), AWAITED, deadlines);
    }

    public static Checkout expired() {
        Checkout checkout = open(0);
        checkout.expire("checkout-expired", NOON.plusSeconds(901));
        return checkout;
    }

    public static Checkout approved() {
        Checkout checkout = open(0);
        checkout.approve(paid(), NOON.plusSeconds(60));
        return checkout;
    }

    /** 5,000 won, paid through a live channel. */
    public static PortOnePayment paid() {
        return payment(PaymentState.PAID, 5_000, 0, "KRW", true);
    }

    public static PortOnePayment payment(
            PaymentState state, long total, long cancelled, String currency, boolean live) {
        return payment(state, total, cancelled, currency, live, null);
    }

    /** 5,000 won, paid through a live channel by a client that named this customer. */
    public static PortOnePayment paidBy(String customerId) {
        return payment(PaymentState.PAID, 5_000, 0, "KRW", true, customerId);
    }

    private static PortOnePayment payment(
            PaymentState state, long total, long cancelled, String currency, boolean live, String customerId) {
        return new PortOnePayment(
                PortOneVersion.V2,
                PortOneAccount.PLATFORM,
                ID.toString(),
                "tx-1",
                state,
                BigDecimal.valueOf(total),
                BigDecimal.valueOf(cancelled),
                false,
                currency,
                live,
                "store-1",
                "iamporttest_3",
                customerId,
                null,
                null,
                NOON.plusSeconds(59));
    }
}
