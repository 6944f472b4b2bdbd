package io.sirenorder.simulator.console;

import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.BadParameter;
import io.sirenorder.simulator.web.Dialect;
import io.vertx.core.json.JsonObject;

/** Errors of the simulator's own endpoints. */
final class ConsoleDialect implements Dialect {
    @Override
    public Answer unauthorized() {
        return error(401, "UNAUTHORIZED", "simulated");
    }

    @Override
    public Answer notFound() {
        return error(404, "PAYMENT_NOT_FOUND", "simulated");
    }

    @Override
    public Answer serverError(int status, String type) {
        return error(status, type, "simulated");
    }

    @Override
    public Answer providerError(String code, String message) {
        return error(502, code, message);
    }

    @Override
    public Answer of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            int status = refusal.why() == Refusal.Why.PAYMENT_NOT_FOUND ? 404 : 409;
            return error(status, refusal.why().name(), "PortOne refuses: " + refusal.why());
        }
        if (failure instanceof BadParameter
                || failure instanceof IllegalArgumentException
                || failure instanceof ClassCastException) {
            return error(400, "INVALID_REQUEST", failure.getMessage());
        }
        return error(500, "SIMULATOR_BUG", String.valueOf(failure));
    }

    private static Answer error(int status, String code, String message) {
        return Answer.json(status, new JsonObject().put("code", code).put("message", message));
    }
}
