package io.sirenorder.merchant.session;

import io.sirenorder.kit.problem.Problem;

/** Merchant and password do not belong together, or the refresh token is none; which of it, nobody is told. */
public class BadCredentials extends Problem {
    private static final int STATUS = 401;

    BadCredentials() {
        super(STATUS);
    }
}
