package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.BadParameter;
import io.sirenorder.simulator.web.Dialect;
import io.vertx.core.json.JsonObject;

/** Errors in V2's words: {@code {"type": …, "message": …}} with a telling status. */
final class V2Dialect implements Dialect {
    @Override
    public Answer unauthorized() {
        return new V2Problem(401, "UNAUTHORIZED", "no valid credentials").answer();
    }

    @Override
    public Answer notFound() {
        return V2Problem.notFound().answer();
    }

    @Override
    public Answer serverError(int status, String type) {
        return new V2Problem(status, type, "simulated").answer();
    }

    @Override
    public Answer providerError(String code, String message) {
        JsonObject body = new JsonObject()
                .put("type", "PG_PROVIDER")
                .put("message", "simulated")
                .put("pgCode", code)
                .put("pgMessage", message);
        return Answer.json(502, body);
    }

    @Override
    public Answer of(Throwable failure) {
        if (failure instanceof V2Problem problem) {
            return problem.answer();
        }
        if (failure instanceof Refusal refusal) {
            return V2Problem.of(refusal).answer();
        }
        if (failure instanceof BadParameter bad) {
            return V2Problem.invalid(bad.getMessage()).answer();
        }
        return serverError(500, "INTERNAL_SERVER_ERROR");
    }
}
