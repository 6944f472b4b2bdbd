package io.sirenorder.simulator.purchase;

import io.sirenorder.simulator.fault.Fault;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.fault.Strike;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.payment.Payments;
import io.sirenorder.simulator.payment.PreRegistration;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.payment.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.util.Optional;

/** The payment window on the buyer's device: takes the money, or does not, and then sends the buyer back to the shop. */
public final class PaymentWindow {
    private static final String PLACE = "purchase";
    private static final long LATE_MILLIS = 1_000;

    private final Vertx vertx;
    private final Accounts accounts;
    private final Cashier cashier;
    private final Faults faults;

    /** The ways in which a buyer leaves the window. */
    public enum Outcome {
        PAID,
        FAILED,
        READY,
        TO_CONFIRM,
        VIRTUAL_ACCOUNT_ISSUED,
        PAY_PENDING
    }

    public PaymentWindow(Vertx vertx, Accounts accounts, Cashier cashier, Faults faults) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.cashier = cashier;
        this.faults = faults;
    }

    /** Opens the window; refused when the id was paid, or V1's announced amount is another. */
    public Attempt open(Purchase asked) {
        refuseOtherVersion(asked);
        refuseOtherAmount(asked);
        Attempt attempt = cashier.open(spoiled(asked));
        cashier.announce(attempt);
        return attempt;
    }

    /** Ends when the buyer is sent back. */
    public Future<Void> finish(Attempt attempt, Outcome wish) {
        Future<Void> told = leave(attempt, wish);
        return strike(Fault.WEBHOOK_BEFORE_REDIRECT, attempt.paymentId()).isPresent() ? told : Future.succeededFuture();
    }

    private Future<Void> leave(Attempt attempt, Outcome wish) {
        String id = attempt.paymentId();
        Optional<Strike> late = strike(Fault.PAID_AFTER_FAILED, id);
        if (late.isPresent()) {
            return cashier.fail(attempt, "승인 지연").compose(failed -> payLater(attempt, late.get()));
        }
        Optional<Strike> account = strike(Fault.VIRTUAL_ACCOUNT, id);
        if (account.isPresent()) {
            return cashier.issueAccount(attempt).compose(issued -> payLater(attempt, account.get()));
        }
        Optional<Strike> pending = strike(Fault.PAY_PENDING, id);
        if (pending.isPresent()) {
            return cashier.leavePending(attempt).compose(left -> payLater(attempt, pending.get()));
        }
        return become(
                attempt,
                strike(Fault.PAYMENT_FAILS, id)
                        .map(hit -> Outcome.FAILED)
                        .or(() -> strike(Fault.NEVER_PAID, id).map(hit -> Outcome.READY))
                        .orElse(wish));
    }

    private Future<Void> become(Attempt attempt, Outcome outcome) {
        return switch (outcome) {
            case PAID -> cashier.pay(attempt);
            case FAILED -> cashier.fail(attempt, "카드 한도 초과");
            case READY, TO_CONFIRM -> Future.succeededFuture();
            case VIRTUAL_ACCOUNT_ISSUED -> cashier.issueAccount(attempt);
            case PAY_PENDING -> cashier.leavePending(attempt);
        };
    }

    /** By itself after {@code paidAfterMs}; a negative one waits for the console. */
    private Future<Void> payLater(Attempt attempt, Strike hit) {
        long after = hit.number("paidAfterMs", LATE_MILLIS);
        if (after < 0) {
            return Future.succeededFuture();
        }
        Promise<Void> paid = Promise.promise();
        vertx.setTimer(Math.max(1, after), timer -> {
            boolean othersPaid = payments(attempt.purchase()).attempts(attempt.paymentId()).stream()
                    .anyMatch(a -> a.status().wasPaid());
            (othersPaid ? Future.<Void>succeededFuture() : cashier.pay(attempt)).onComplete(paid);
        });
        return Future.succeededFuture();
    }

    private void refuseOtherVersion(Purchase asked) {
        boolean other = payments(asked)
                .current(asked.paymentId())
                .map(known -> known.purchase().version() != asked.version())
                .orElse(false);
        if (other) {
            throw new Refusal(Refusal.Why.OTHER_VERSION);
        }
    }

    /** V1 blocks the window; whether V2 does is not documented, so here only a fault makes it. */
    private void refuseOtherAmount(Purchase asked) {
        boolean guarded = asked.version() == ApiVersion.V1
                || strike(Fault.REFUSE_OTHER_AMOUNT, asked.paymentId()).isPresent();
        boolean differs = payments(asked)
                .preRegistration(asked.paymentId())
                .map(known -> !isAsAnnounced(asked, known))
                .orElse(false);
        if (guarded && differs) {
            throw new Refusal(Refusal.Why.AMOUNT_IS_NOT_THE_REGISTERED_ONE);
        }
    }

    private static boolean isAsAnnounced(Purchase asked, PreRegistration known) {
        return known.amount() == asked.amount() && known.currency().equals(asked.currency());
    }

    private Payments payments(Purchase purchase) {
        return accounts.payments(purchase.account());
    }

    private Purchase spoiled(Purchase asked) {
        String id = asked.paymentId();
        long amount = strike(Fault.AMOUNT_DIFFERS, id)
                .map(hit -> hit.number("amount", asked.amount() + hit.number("by", -1)))
                .orElse(asked.amount());
        return new Purchase(
                asked.version(),
                asked.account(),
                id,
                strike(Fault.OTHER_MERCHANT, id)
                        .map(hit -> hit.text("storeId", "store-00000000-0000-0000-0000-000000000000"))
                        .orElse(asked.storeId()),
                asked.orderName(),
                Math.max(1, amount),
                strike(Fault.CURRENCY_DIFFERS, id)
                        .map(hit -> hit.text("currency", "USD"))
                        .orElse(asked.currency()),
                spoiledCustomData(asked),
                asked.method(),
                asked.test() || strike(Fault.TEST_CHANNEL, id).isPresent(),
                asked.customerId(),
                asked.buyerEmail(),
                asked.noticeUrl());
    }

    private String spoiledCustomData(Purchase asked) {
        String id = asked.paymentId();
        if (strike(Fault.CUSTOM_DATA_NULL, id).isPresent()) {
            return null;
        }
        if (strike(Fault.CUSTOM_DATA_DOUBLE_ENCODED, id).isPresent()) {
            return Json.encode(asked.customData());
        }
        return strike(Fault.CUSTOM_DATA_GARBAGE, id)
                .map(hit -> hit.text("text", "{\"type\": \"order\", \"data\": "))
                .orElse(asked.customData());
    }

    private Optional<Strike> strike(Fault fault, String paymentId) {
        return faults.strike(fault, fault.scope() == Fault.Scope.WEBHOOK ? "webhook.redirect" : PLACE, paymentId);
    }
}
