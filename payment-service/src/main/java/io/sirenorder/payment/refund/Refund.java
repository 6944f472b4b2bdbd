package io.sirenorder.payment.refund;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.payment.PaymentEvent.RefundManual;
import io.sirenorder.contracts.payment.PaymentEvent.RefundRequested;
import io.sirenorder.kit.text.Text;
import io.sirenorder.payment.checkout.Checkout;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A refund of a payment: done when PortOne shows {@link #target} as cancelled, however many requests that took. */
@Entity
@Table(name = "refunds")
public class Refund {
    private static final int LONGEST_ANSWER = 300;

    @Id
    private UUID id;

    private UUID checkoutId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    private BigDecimal target;
    private long refundKrw;
    private String reason;
    private int tries;
    private int refusals;
    private Instant nextTryAt;
    private String lastAnswer;
    private Instant createdAt;
    private Instant endedAt;

    /** When an operator had it asked for once more. */
    private Instant retriedAt;

    private Long settledKrw;
    private Instant settledAt;
    private String settledBy;
    private String note;

    protected Refund() {}

    /**
     * A refund of this checkout's payment.
     *
     * @param target what PortOne is to show as cancelled in the end, earlier cancellations included
     */
    static Refund of(Checkout checkout, Purpose purpose, BigDecimal target, String reason, Instant at) {
        Refund refund = new Refund();
        refund.id = UUID.randomUUID();
        refund.checkoutId = checkout.id().value();
        refund.purpose = purpose;
        refund.status = RefundStatus.DUE;
        refund.target = target;
        refund.refundKrw = checkout.payment().won(target).won();
        refund.reason = reason;
        refund.createdAt = at;
        refund.nextTryAt = at;
        return refund;
    }

    RefundRequested requested(Checkout checkout) {
        return new RefundRequested(
                checkout.id(), checkout.intent(), checkout.buyer(), Krw.of(refundKrw), reason, createdAt);
    }

    RefundDone done(Checkout checkout, Instant at) {
        end(RefundStatus.DONE, "done", at);
        return new RefundDone(checkout.id(), checkout.intent(), checkout.buyer(), Krw.of(refundKrw), at);
    }

    RefundManual manual(Checkout checkout, String answer, Instant at) {
        end(RefundStatus.MANUAL, answer, at);
        return new RefundManual(
                checkout.id(), checkout.intent(), checkout.buyer(), Krw.of(refundKrw), kept(answer), at);
    }

    /** Ends a refund that waited for a person: PortOne shows it as cancelled in the console. */
    RefundDone reached(Checkout checkout, Instant at) {
        requireManual();
        status = RefundStatus.DONE;
        lastAnswer = "cancelled in the console";
        endedAt = at;
        return new RefundDone(checkout.id(), checkout.intent(), checkout.buyer(), Krw.of(refundKrw), at);
    }

    /** An operator has it asked for once more, as a new request to PortOne. */
    void retry(Instant at) {
        requireManual();
        refusals++;
        status = RefundStatus.DUE;
        nextTryAt = at;
        retriedAt = at;
        endedAt = null;
    }

    /** An operator paid it back outside of PortOne. */
    RefundDone settle(Checkout checkout, HandSettlement settlement, String by, Instant at) {
        requireManual();
        status = RefundStatus.DONE;
        settledKrw = settlement.settledKrw().won();
        settledAt = settlement.at() == null ? at : settlement.at();
        settledBy = by;
        note = settlement.note();
        endedAt = at;
        return new RefundDone(checkout.id(), checkout.intent(), checkout.buyer(), Krw.of(refundKrw), at, true);
    }

    private void requireManual() {
        if (status != RefundStatus.MANUAL) {
            throw new RefundNotManual(shownStatus());
        }
    }

    private String shownStatus() {
        return settledBy == null ? status.name() : "SETTLED";
    }

    RefundView view() {
        return new RefundView(
                id,
                checkoutId(),
                purpose,
                shownStatus(),
                Krw.of(refundKrw),
                reason,
                tries,
                refusals,
                lastAnswer,
                createdAt,
                isEnded() ? null : nextTryAt,
                endedAt,
                settledKrw == null ? null : Krw.of(settledKrw),
                settledAt,
                settledBy,
                note);
    }

    /** PortOne has neither done nor refused it yet; the event of the hand-over when that lasts too long. */
    Optional<RefundManual> pending(Checkout checkout, String answer, RefundConfig policy, Instant at) {
        return follow(
                policy.whilePending(Duration.between(retriedAt == null ? createdAt : retriedAt, at), tries),
                checkout,
                answer,
                at);
    }

    /** PortOne refused it, for now; the next request is a new one, or a person takes over. */
    Optional<RefundManual> refused(Checkout checkout, String answer, RefundConfig policy, Instant at) {
        requireOpen();
        refusals++;
        return follow(policy.afterRefusal(refusals, tries), checkout, answer, at);
    }

    private Optional<RefundManual> follow(RefundStep step, Checkout checkout, String answer, Instant at) {
        if (step.isManual()) {
            return Optional.of(manual(checkout, answer, at));
        }
        postpone(answer, step.delay(), at);
        return Optional.empty();
    }

    /** No clear answer yet: asked for again after the wait. */
    void postpone(String answer, Duration wait, Instant at) {
        requireOpen();
        status = RefundStatus.UNKNOWN;
        lastAnswer = kept(answer);
        nextTryAt = at.plus(wait);
    }

    private void end(RefundStatus as, String answer, Instant at) {
        requireOpen();
        status = as;
        lastAnswer = kept(answer);
        endedAt = at;
    }

    private static String kept(String answer) {
        return Text.shortened(Text.clean(answer), LONGEST_ANSWER);
    }

    private void requireOpen() {
        if (isEnded()) {
            throw new IllegalStateException("refund " + id + " has ended already");
        }
    }

    /** Whether nothing more is done about it by itself. */
    public boolean isEnded() {
        return status.isEnded();
    }

    /** The last answer of PortOne. */
    public String lastAnswer() {
        return lastAnswer;
    }

    Instant nextTryAt() {
        return nextTryAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    CheckoutId checkoutId() {
        return new CheckoutId(checkoutId);
    }

    Purpose purpose() {
        return purpose;
    }

    BigDecimal target() {
        return target;
    }

    String reason() {
        return reason;
    }

    int tries() {
        return tries;
    }

    int refusals() {
        return refusals;
    }

    RefundStatus status() {
        return status;
    }

    /** The same for each repetition of a request, another after PortOne's refusal: it would repeat its old answer. */
    String key() {
        return "refund-" + id + "-" + refusals;
    }

    UUID id() {
        return id;
    }
}
