package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;

/** The handshake comes from a web page of an origin that is not allowed. */
class OriginRefused extends Problem {
    private static final int STATUS = 403;

    OriginRefused() {
        super(STATUS);
    }
}
