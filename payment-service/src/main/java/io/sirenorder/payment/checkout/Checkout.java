package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.CheckoutState;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneCustomer;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A promise to sell something at a price, and what came of it: at most one payment, at most one outcome. */
@Entity
@Table(name = "checkouts")
public class Checkout {
    @Id
    private UUID id;

    @Version
    private long version;

    /** Number of events of its stream: the version of the stream. */
    private long events;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Embedded
    private Terms terms;

    @Enumerated(EnumType.STRING)
    private CheckoutStatus status;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    /** The order or gift that it became, also after its money went back. */
    @Enumerated(EnumType.STRING)
    private Outcome placedAs;

    private String reason;
    private Instant createdAt;
    private Instant expiresAt;

    @Embedded
    private LookUpSchedule lookUps;

    @Enumerated(EnumType.STRING)
    private PortOneVersion portoneVersion;

    /** Code of the account at PortOne that it is paid into, for ever. */
    private String account = PortOneAccount.PLATFORM;

    @Embedded
    private Payment payment;

    /** Whether PortOne shows another customer than the buyer. */
    private boolean payerDiffers;

    protected Checkout() {}

    private Checkout(CheckoutId id, Origin origin, Terms terms, Instant at) {
        this.id = id.value();
        this.origin = origin;
        this.terms = terms;
        this.status = CheckoutStatus.OPEN;
        this.createdAt = at;
        this.expiresAt = at;
        this.lookUps = LookUpSchedule.none();
    }

    /** A checkout that is opened before it is paid. */
    static Checkout promise(
            CheckoutId id, Recipient buyer, Priced priced, Krw points, PaymentReference awaited, Deadlines deadlines) {
        Checkout checkout = new Checkout(id, Origin.PROMISE, new Terms(buyer, priced, points), deadlines.now());
        checkout.expiresAt = deadlines.expiry();
        checkout.account = awaited.account();
        if (checkout.amount().isPositive()) {
            checkout.portoneVersion = awaited.version();
            checkout.lookUps = LookUpSchedule.from(deadlines.firstLook());
        }
        return checkout;
    }

    /** A checkout made for a payment that had none. */
    public static Checkout walkIn(Recipient buyer, Priced priced, PaymentReference paid, Instant at) {
        CheckoutId id = walkInId(paid);
        return paidAs(paid, new Checkout(id, Origin.WALK_IN, new Terms(buyer, priced, Krw.ZERO), at));
    }

    /** The id of a payment's checkout that had none: the same whenever, and by whichever replica, it is first seen. */
    public static CheckoutId walkInId(PaymentReference paid) {
        String name = "walk-in:" + paid.version() + ":" + paid.transactionId();
        return new CheckoutId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** A checkout that this database has lost, as the service tells that made an order or a gift of it. */
    public static Checkout recovered(CheckoutId id, Purchase purchase, PaymentReference paid, Instant at) {
        Terms terms = new Terms(purchase.buyer(), Priced.of(purchase), purchase.pointsKrw());
        Origin origin = id.equals(walkInId(paid)) ? Origin.WALK_IN : Origin.PROMISE;
        Checkout checkout = paidAs(paid, new Checkout(id, origin, terms, at));
        checkout.placedAs = terms.intent() == Intent.ORDER ? Outcome.ORDER : Outcome.GIFT;
        return checkout;
    }

    private static Checkout paidAs(PaymentReference paid, Checkout checkout) {
        checkout.portoneVersion = paid.version();
        checkout.account = paid.account();
        return checkout;
    }

    /**
     * Everything that it cost is there, and nothing else speaks against it. The order or gift may be known already, where the
     * database was restored to a moment before the payment.
     */
    public PaymentApproved approve(PortOnePayment seen, Instant at) {
        requireUnsettled();
        status = CheckoutStatus.PAID;
        lookUps.end();
        payment = Payment.of(seen, Verdict.APPROVED, at);
        payerDiffers = isPaidByAnother(seen);
        outcome = placedAs;
        return terms.paid(id(), at);
    }

    /** Points cover all of it, so that no payment is needed. */
    PaymentApproved approveByPoints(Instant at) {
        requireUnsettled();
        status = CheckoutStatus.PAID;
        payment = Payment.none(at);
        return terms.paid(id(), at);
    }

    /** Money came in that can't become what it was for; a checkout that had expired stays so. */
    public PaymentRejected reject(PortOnePayment seen, String why, Instant at) {
        requireUnsettled();
        status = status == CheckoutStatus.OPEN ? CheckoutStatus.PAID : status;
        reason = why;
        lookUps.end();
        payment = Payment.of(seen, Verdict.REJECTED, at);
        payerDiffers = isPaidByAnother(seen);
        if (payment.isWhollyCancelled()) {
            outcome = Outcome.REFUNDED;
        }
        return new PaymentRejected(id(), buyer(), why, payment.paidKrw(), at);
    }

    CheckoutExpired expire(String why, Instant at) {
        requireUnsettled();
        status = CheckoutStatus.EXPIRED;
        reason = why;
        lookUps.expired(at);
        return new CheckoutExpired(id(), buyer(), at);
    }

    /** Schedules again the look-up that {@link #lookedInVain} counted and that got no answer, unless the payment was settled meanwhile. */
    void lookedUnanswered(Duration pause, Instant at) {
        if (!isSettled()) {
            lookUps.unanswered(pause, at);
        }
    }

    /** A look-up found nothing paid: schedules the next one, if there is to be any. */
    void lookedInVain(Duration interval, Instant at) {
        lookUps.inVain(status == CheckoutStatus.OPEN, interval, at);
    }

    /** PortOne took all of it back without a request of ours. */
    public PaymentCancelled cancelledOutside(Instant at) {
        reason = "payment-cancelled";
        return new PaymentCancelled(id(), intent(), buyer(), payment.paidKrw(), at);
    }

    /** PortOne took a part of it back without a request of ours. */
    public PaymentPartlyCancelled partlyCancelledOutside(BigDecimal part, Instant at) {
        return new PaymentPartlyCancelled(
                id(), intent(), buyer(), payment.won(part), payment.won(payment.cancelled()), payment.paidKrw(), at);
    }

    public void became(Outcome what, String why) {
        outcome = what;
        reason = why == null ? reason : why;
    }

    /** An order or gift with its id exists. */
    public void wasPlacedAs(Outcome what) {
        placedAs = what;
    }

    Outcome placedAs() {
        return placedAs;
    }

    /** Purchase, buyer and price, which never change. */
    Terms terms() {
        return terms;
    }

    /** The status for services that reserved something for the checkout; a rejected payment counts as refunded from the start. */
    CheckoutState state() {
        boolean isRejected = payment != null && payment.verdict() == Verdict.REJECTED;
        Outcome known = isRejected ? Outcome.REFUNDED : outcome;
        return new CheckoutState(status.name(), known == null ? null : known.name());
    }

    /** The version of its stream after one more event. */
    public long nextEvent() {
        return ++events;
    }

    private void requireUnsettled() {
        if (isSettled()) {
            throw new IllegalStateException("checkout " + id + " is settled already");
        }
    }

    public boolean isSettled() {
        return payment != null && payment.isSettled();
    }

    public CheckoutId id() {
        return new CheckoutId(id);
    }

    public Intent intent() {
        return terms.intent();
    }

    /** Null when the buyer is unknown. */
    public Recipient buyer() {
        return terms.buyer();
    }

    /** The amount to be paid through PortOne. */
    public Krw amount() {
        return terms.amount();
    }

    public CheckoutStatus status() {
        return status;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    public PortOneVersion portoneVersion() {
        return portoneVersion;
    }

    public String account() {
        return account;
    }

    /** Whether it can be paid by a payment of that account and version, and no other. */
    public boolean isPaidThrough(PortOnePayment seen) {
        return portoneVersion == seen.version() && account.equals(seen.account());
    }

    /** Whether a client paid it that named another customer than the buyer whose window it is; one that names none says nothing. */
    public boolean isPaidByAnother(PortOnePayment seen) {
        return origin == Origin.PROMISE
                && seen.customerId() != null
                && !seen.customerId().equals(PortOneCustomer.id(buyer()));
    }

    /** Whether somebody else than the buyer paid it. */
    public boolean payerDiffers() {
        return payerDiffers;
    }

    /** The PortOne payment that took it up. */
    public PaymentReference reference() {
        return payment.reference(portoneVersion, account);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The PortOne payment that took it up, or null. */
    public Payment payment() {
        return payment;
    }

    public Origin origin() {
        return origin;
    }
}
