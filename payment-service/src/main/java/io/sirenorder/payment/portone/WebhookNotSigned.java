package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.Problem;

/** The webhook's signature is missing, wrong, or of another time. */
public class WebhookNotSigned extends Problem {
    public WebhookNotSigned() {
        super(400);
    }
}
