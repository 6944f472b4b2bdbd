package io.sirenorder.payment.portone;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.text.Text;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment as PortOne shows it now: the only thing that decides.
 *
 * @param account code of the account whose credentials showed it
 * @param total what was to be paid, in units of its currency
 * @param cancelled what has gone back of it so far
 * @param cancelPending whether a cancellation is still being worked on
 * @param live whether it moved real money
 * @param store the store at PortOne that took it, or null where the API does not say
 * @param pgMerchantId the merchant's number at the payment gateway that took it, or null where PortOne does not say
 * @param customerId the customer that the paying client named, or null where it named none; V1 shows none
 * @param attachment what the buyer's device attached: a hint, never a price
 */
public record PortOnePayment(
        PortOneVersion version,
        String account,
        String paymentId,
        String transactionId,
        PaymentState state,
        BigDecimal total,
        BigDecimal cancelled,
        boolean cancelPending,
        String currency,
        boolean live,
        String store,
        String pgMerchantId,
        String customerId,
        String attachment,
        String buyerEmail,
        Instant paidAt) {

    /** Texts of PortOne's that could not be stored or shown as they are lose those characters here. */
    public PortOnePayment {
        paymentId = clean(paymentId);
        transactionId = clean(transactionId);
        currency = clean(currency);
        pgMerchantId = clean(pgMerchantId);
        customerId = clean(customerId);
        attachment = attachment == null ? null : Text.clean(attachment, Text.Form.PARAGRAPH);
        buyerEmail = clean(buyerEmail);
    }

    private static String clean(String text) {
        return text == null ? null : Text.clean(text);
    }

    public PaymentReference reference() {
        return new PaymentReference(version, account, paymentId, transactionId);
    }

    /** Whether money has come in, even if it went back since. */
    public boolean wasPaid() {
        return state == PaymentState.PAID || state == PaymentState.PARTLY_CANCELLED || state == PaymentState.CANCELLED;
    }

    public BigDecimal remaining() {
        return total.subtract(cancelled);
    }

    /** Whether it is exactly this many won. */
    public boolean isExactly(Krw amount) {
        return "KRW".equals(currency) && total.compareTo(BigDecimal.valueOf(amount.won())) == 0;
    }
}
