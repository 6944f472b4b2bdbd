package io.sirenorder.merchant.session;

import io.sirenorder.kit.problem.Problem;

/** The merchant, the password or the refresh token is wrong; the answer does not say which. */
public class BadCredentials extends Problem {
    private static final int STATUS = 401;

    public BadCredentials() {
        super(STATUS);
    }
}
