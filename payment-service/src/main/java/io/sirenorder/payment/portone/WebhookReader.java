package io.sirenorder.payment.portone;

import io.sirenorder.payment.portone.v1.V1Webhooks;
import io.sirenorder.payment.portone.v2.V2Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tells PortOne's webhooks apart by their shape: V2 signs, V1 does not. */
@ApplicationScoped
public class WebhookReader {
    private final PortOneConfig config;
    private final Clock clock;
    private final Secret secrets;
    private final WebhookSignature signature;

    WebhookReader(PortOneConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.secrets = new Secret(
                config.v2().webhookSecrets().orElse(List.of()), config.v2().webhookSecretsFile());
        this.signature = new WebhookSignature(config.v2().webhookTolerance());
    }

    /** Empty for what PortOne may send and we need not know; fails with the problem to answer. */
    public Optional<PaymentHint> read(WebhookHeaders headers, byte[] body) {
        if (headers.areAny()) {
            requireSignature(headers, body);
            return V2Webhooks.read(headers.id(), WebhookBody.parse(body));
        }
        WebhookBody parsed = WebhookBody.parse(body);
        if (!config.knows(PortOneVersion.V1) || !V1Webhooks.isOne(parsed)) {
            throw new WebhookNotSigned();
        }
        return Optional.of(V1Webhooks.read(parsed));
    }

    private void requireSignature(WebhookHeaders headers, byte[] body) {
        if (!signature.isValid(headers, body, secrets.all(), clock.instant())) {
            throw new WebhookNotSigned();
        }
    }
}
