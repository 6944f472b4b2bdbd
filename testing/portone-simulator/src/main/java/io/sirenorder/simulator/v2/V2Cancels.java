package io.sirenorder.simulator.v2;

import static io.sirenorder.simulator.fault.Fault.CANCEL_FAILED;
import static io.sirenorder.simulator.fault.Fault.CANCEL_REQUESTED;
import static io.sirenorder.simulator.fault.Fault.PG_ERROR;

import io.sirenorder.simulator.fault.Strike;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.CancelRequest;
import io.sirenorder.simulator.payment.Cancellation;
import io.sirenorder.simulator.payment.Cashier;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.Call;
import io.sirenorder.simulator.web.Calls;
import io.sirenorder.simulator.web.Parameters;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** V2's cancelling, which may fail, be refused by the provider, or be asked for now and end later. */
final class V2Cancels {
    private static final long REQUESTED_ENDS_AFTER_MILLIS = 1_000;

    private final Vertx vertx;
    private final Cashier cashier;
    private final Calls calls;
    private final V2Dialect dialect;

    V2Cancels(Vertx vertx, Cashier cashier, Calls calls, V2Dialect dialect) {
        this.vertx = vertx;
        this.cashier = cashier;
        this.calls = calls;
        this.dialect = dialect;
    }

    /** Cancels a payment in full or in part, as the body says and the faults of the call let it. */
    Answer cancel(Call call, Attempt attempt, Parameters parameters) {
        CancelRequest request = new CancelRequest(
                parameters.number("amount").orElse(null),
                parameters.number("taxFreeAmount").orElse(null),
                parameters.number("vatAmount").orElse(null),
                parameters.number("currentCancellableAmount").orElse(null),
                parameters.requiredText("reason"),
                "API",
                !parameters.flag("skipWebhook"));
        Optional<Strike> refused = calls.strike(PG_ERROR, call);
        if (refused.isPresent()) {
            return dialect.providerError(
                    refused.get().text("code", "F113"), refused.get().text("message", "일시적 오류"));
        }
        Cancellation done = cancel(call, attempt, request);
        return Answer.ok(new JsonObject().put("cancellation", V2Json.cancellation(done)));
    }

    private Cancellation cancel(Call call, Attempt attempt, CancelRequest request) {
        if (calls.strike(CANCEL_FAILED, call).isPresent()) {
            return cashier.failCancel(attempt, request);
        }
        return calls.strike(CANCEL_REQUESTED, call)
                .map(hit -> requestCancel(attempt, request, hit))
                .orElseGet(() -> cashier.cancel(attempt, request));
    }

    private Cancellation requestCancel(Attempt attempt, CancelRequest request, Strike hit) {
        Cancellation requested = cashier.requestCancel(attempt, request);
        String outcome = hit.text("outcome", "SUCCEEDED");
        if (!outcome.equals("NEVER")) {
            long after = Math.max(1, hit.number("endsAfterMs", REQUESTED_ENDS_AFTER_MILLIS));
            vertx.setTimer(after, timer -> cashier.endCancel(attempt, requested.id(), outcome.equals("SUCCEEDED")));
        }
        return requested;
    }
}
