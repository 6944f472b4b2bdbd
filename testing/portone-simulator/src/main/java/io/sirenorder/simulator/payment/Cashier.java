package io.sirenorder.simulator.payment;

import io.sirenorder.simulator.payment.Refusal.Why;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Changes of payments at PortOne. Each change is kept first and told afterwards; the future ends with the first try to tell. */
public final class Cashier {
    private static final Set<PaymentStatus> UNPAID =
            EnumSet.of(PaymentStatus.READY, PaymentStatus.PAY_PENDING, PaymentStatus.VIRTUAL_ACCOUNT_ISSUED);

    /** Notifies the merchant's server. */
    public interface Listener {
        Future<Void> tell(PaymentChanged event);
    }

    private final Accounts accounts;
    private final Journal journal;
    private final SimulatedClock clock;
    private final Listener listener;

    public Cashier(Accounts accounts, Journal journal, SimulatedClock clock, Listener listener) {
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    public void preRegister(PreRegistration registration) {
        Payments payments = accounts.payments(registration.account());
        refuseWhenPaid(payments, registration.paymentId());
        payments.register(registration);
        journal.keep(registration);
    }

    /** Opens the payment window; refused when the id was paid before. */
    public Attempt open(Purchase purchase) {
        Payments payments = accounts.payments(purchase.account());
        refuseWhenPaid(payments, purchase.paymentId());
        Attempt attempt = new Attempt(purchase, newTransactionId(purchase.version()), clock.instant());
        payments.add(attempt);
        journal.keep(attempt);
        return attempt;
    }

    private static void refuseWhenPaid(Payments payments, String paymentId) {
        if (payments.attempts(paymentId).stream().anyMatch(a -> a.status().wasPaid())) {
            throw new Refusal(Why.ALREADY_PAID);
        }
    }

    public Future<Void> announce(Attempt attempt) {
        return tell(Change.READY, attempt);
    }

    /** Also late: a failed attempt, an issued account or a pending approval may still be paid. */
    public Future<Void> pay(Attempt attempt) {
        return pay(attempt, true);
    }

    public Future<Void> pay(Attempt attempt, boolean told) {
        if (attempt.status().wasPaid()) {
            throw new Refusal(Why.WRONG_STATE);
        }
        refuseWhenPaid(accounts.payments(attempt.purchase().account()), attempt.paymentId());
        attempt.moveTo(PaymentStatus.PAID, clock.instant());
        journal.keep(attempt);
        return listener.tell(new PaymentChanged(Change.PAID, attempt, null, told));
    }

    public Future<Void> fail(Attempt attempt, String reason) {
        require(UNPAID.contains(attempt.status()), Why.WRONG_STATE);
        attempt.fail(reason, clock.instant());
        return keepAndTell(Change.FAILED, attempt);
    }

    public Future<Void> issueAccount(Attempt attempt) {
        return move(attempt, PaymentStatus.VIRTUAL_ACCOUNT_ISSUED, Change.VIRTUAL_ACCOUNT_ISSUED);
    }

    public Future<Void> leavePending(Attempt attempt) {
        return move(attempt, PaymentStatus.PAY_PENDING, Change.PAY_PENDING);
    }

    private Future<Void> move(Attempt attempt, PaymentStatus next, Change change) {
        attempt.moveTo(next, clock.instant());
        return keepAndTell(change, attempt);
    }

    public Cancellation cancel(Attempt attempt, CancelRequest request) {
        Cancellation done = newCancellation(attempt, request, Cancellation.Status.SUCCEEDED);
        add(attempt, done, request.told());
        return done;
    }

    /** PortOne accepts the cancel and will say later how it ended. */
    public Cancellation requestCancel(Attempt attempt, CancelRequest request) {
        Cancellation requested = newCancellation(attempt, request, Cancellation.Status.REQUESTED);
        add(attempt, requested, request.told());
        return requested;
    }

    /** PortOne takes the cancel, the payment provider refuses it: an HTTP 200 without a refund. */
    public Cancellation failCancel(Attempt attempt, CancelRequest request) {
        Cancellation failed = newCancellation(attempt, request, Cancellation.Status.FAILED);
        attempt.add(failed);
        journal.keep(attempt);
        return failed;
    }

    private void add(Attempt attempt, Cancellation cancellation, boolean told) {
        attempt.add(cancellation);
        journal.keep(attempt);
        listener.tell(new PaymentChanged(changeOf(attempt, cancellation), attempt, cancellation.id(), told));
    }

    public void endCancel(Attempt attempt, String cancellationId, boolean succeeded) {
        Cancellation.Status end = succeeded ? Cancellation.Status.SUCCEEDED : Cancellation.Status.FAILED;
        Cancellation ended = attempt.end(cancellationId, end, clock.instant());
        journal.keep(attempt);
        if (ended.succeeded()) {
            listener.tell(new PaymentChanged(changeOf(attempt, ended), attempt, ended.id(), true));
        }
    }

    private static Change changeOf(Attempt attempt, Cancellation cancellation) {
        if (cancellation.status() == Cancellation.Status.REQUESTED) {
            return Change.CANCEL_PENDING;
        }
        return attempt.status() == PaymentStatus.CANCELLED ? Change.CANCELLED : Change.PARTIAL_CANCELLED;
    }

    private Cancellation newCancellation(Attempt attempt, CancelRequest request, Cancellation.Status status) {
        long amount = guardedAmount(attempt, request);
        long taxFree = request.taxFree() == null ? 0 : request.taxFree();
        long vat = request.vat() == null ? Vat.of(amount - taxFree) : request.vat();
        require(taxFree + vat <= amount, Why.PARTS_EXCEED_AMOUNT);
        require(taxFree == 0, Why.TAX_FREE_EXCEEDS_BALANCE);
        Instant now = clock.instant();
        Instant end = status == Cancellation.Status.SUCCEEDED ? now : null;
        String id = newCancellationId(attempt.purchase().version());
        return new Cancellation(id, status, amount, taxFree, vat, request.reason(), request.trigger(), now, end);
    }

    private static long guardedAmount(Attempt attempt, CancelRequest request) {
        require(attempt.status() != PaymentStatus.CANCELLED, Why.ALREADY_CANCELLED);
        require(attempt.status().wasPaid(), Why.NOT_PAID);
        long balance = attempt.cancellable();
        Long expected = request.expectedBalance();
        require(expected == null || expected == balance, Why.BALANCE_DIFFERS);
        long amount = request.amount() == null ? balance : request.amount();
        require(balance > 0 && amount <= balance, Why.AMOUNT_EXCEEDS_BALANCE);
        require(amount > 0, Why.INVALID_AMOUNT);
        return amount;
    }

    public Future<Void> dispute(Attempt attempt, boolean resolved) {
        require(attempt.status().wasPaid(), Why.NOT_PAID);
        attempt.dispute(resolved ? "RESOLVED" : "DISPUTED");
        return keepAndTell(resolved ? Change.DISPUTE_RESOLVED : Change.DISPUTE_CREATED, attempt);
    }

    private Future<Void> keepAndTell(Change change, Attempt attempt) {
        journal.keep(attempt);
        return tell(change, attempt);
    }

    private Future<Void> tell(Change change, Attempt attempt) {
        return listener.tell(new PaymentChanged(change, attempt, null, true));
    }

    private static void require(boolean holds, Why otherwise) {
        if (!holds) {
            throw new Refusal(otherwise);
        }
    }

    private String newTransactionId(ApiVersion version) {
        return version == ApiVersion.V2 ? UUID.randomUUID().toString() : newImpUid();
    }

    private static String newCancellationId(ApiVersion version) {
        String uuid = UUID.randomUUID().toString();
        return version == ApiVersion.V2
                ? uuid
                : uuid.replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }

    private String newImpUid() {
        String candidate = "imp_" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
        return accounts.transaction(candidate).isPresent() ? newImpUid() : candidate;
    }
}
