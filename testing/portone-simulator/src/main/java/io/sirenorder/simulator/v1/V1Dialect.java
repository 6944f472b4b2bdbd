package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.web.Answer;
import io.sirenorder.simulator.web.BadParameter;
import io.sirenorder.simulator.web.Dialect;

/** Errors in V1's envelope. */
final class V1Dialect implements Dialect {
    @Override
    public Answer unauthorized() {
        return V1Problem.unauthorized().answer();
    }

    @Override
    public Answer notFound() {
        return V1Problem.notFound().answer();
    }

    @Override
    public Answer serverError(int status, String type) {
        return new V1Problem(status, -1, type).answer();
    }

    /** The provider's own words pass through, untranslated. */
    @Override
    public Answer providerError(String code, String message) {
        return new V1Problem(200, 1, "[" + code + "] " + message).answer();
    }

    @Override
    public Answer of(Throwable failure) {
        if (failure instanceof V1Problem problem) {
            return problem.answer();
        }
        if (failure instanceof Refusal refusal) {
            return V1Problem.of(refusal).answer();
        }
        if (failure instanceof BadParameter bad) {
            return V1Problem.badRequest(bad.getMessage()).answer();
        }
        return serverError(500, "Internal Server Error");
    }
}
