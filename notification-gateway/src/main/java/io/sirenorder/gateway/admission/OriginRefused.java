package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;

/** A page of somebody else's wants to speak in its visitor's name. */
class OriginRefused extends Problem {
    private static final int STATUS = 403;

    OriginRefused() {
        super(STATUS);
    }
}
