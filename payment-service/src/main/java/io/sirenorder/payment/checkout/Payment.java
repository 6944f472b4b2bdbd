package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;

/** The money of one PortOne payment as it was last seen there. */
@Embeddable
public class Payment {
    private String paymentId;
    private String transactionId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private BigDecimal paid;
    private BigDecimal cancelled;
    private String currency;
    private Instant paidAt;
    private Instant settledAt;

    protected Payment() {}

    static Payment of(PortOnePayment seen, Verdict verdict, Instant at) {
        Payment payment = new Payment();
        payment.paymentId = seen.paymentId();
        payment.transactionId = seen.transactionId();
        payment.verdict = verdict;
        payment.paid = seen.total();
        payment.cancelled = seen.cancelled();
        payment.currency = seen.currency();
        payment.paidAt = seen.paidAt();
        payment.settledAt = at;
        return payment;
    }

    /** A payment by points alone, nothing of it through PortOne. */
    static Payment none(Instant at) {
        Payment payment = new Payment();
        payment.verdict = Verdict.APPROVED;
        payment.settledAt = at;
        return payment;
    }

    /** Takes over the amount cancelled at PortOne and returns its growth; an older look-up that arrives late grows nothing. */
    public BigDecimal sawCancelled(BigDecimal amount) {
        BigDecimal growth = amount.subtract(cancelled).max(BigDecimal.ZERO);
        cancelled = cancelled.add(growth);
        return growth;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    /** Whether money went through PortOne at all. */
    public boolean isMoney() {
        return transactionId != null;
    }

    public boolean isWhollyCancelled() {
        return cancelled.compareTo(paid) >= 0;
    }

    PaymentReference reference(PortOneVersion version, String account) {
        return new PaymentReference(version, account, paymentId, transactionId);
    }

    /** Zero for a foreign currency. */
    public Krw paidKrw() {
        return won(paid);
    }

    /** The amount in won; zero for a foreign currency. */
    public Krw won(BigDecimal amount) {
        return "KRW".equals(currency) ? Krw.of(amount.longValue()) : Krw.ZERO;
    }

    public Verdict verdict() {
        return verdict;
    }

    public BigDecimal paid() {
        return paid;
    }

    public BigDecimal cancelled() {
        return cancelled;
    }

    public String currency() {
        return currency;
    }

    /** When PortOne says it was paid. */
    public Instant paidAt() {
        return paidAt;
    }

    public String transactionId() {
        return transactionId;
    }
}
