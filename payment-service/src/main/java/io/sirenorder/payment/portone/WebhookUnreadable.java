package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.BadRequest;

/** The webhook's body is none that PortOne sends. */
public class WebhookUnreadable extends BadRequest {}
