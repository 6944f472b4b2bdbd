package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.BadRequest;

/** The webhook's signature is missing, wrong, or of another time. */
public class WebhookNotSigned extends BadRequest {}
