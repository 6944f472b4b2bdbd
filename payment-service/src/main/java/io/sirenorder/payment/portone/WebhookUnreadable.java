package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.Problem;

/** The webhook's body is none that PortOne sends. */
public class WebhookUnreadable extends Problem {
    public WebhookUnreadable() {
        super(400);
    }
}
