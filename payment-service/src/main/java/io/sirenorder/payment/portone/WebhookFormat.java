package io.sirenorder.payment.portone;

import java.util.Optional;

/** The webhooks of one of PortOne's versions. */
public interface WebhookFormat {
    PortOneVersion version();

    /**
     * Empty for a message that moves no money; fails with {@link WebhookNotSigned} or {@link WebhookUnreadable}, the problem
     * to answer.
     */
    Optional<PaymentHint> read(WebhookHeaders headers, byte[] body);
}
