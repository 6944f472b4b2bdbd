package io.sirenorder.payment.portone.v2;

import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneVersion;
import io.sirenorder.payment.portone.Secret;
import io.sirenorder.payment.portone.WebhookBody;
import io.sirenorder.payment.portone.WebhookFormat;
import io.sirenorder.payment.portone.WebhookHeaders;
import io.sirenorder.payment.portone.WebhookNotSigned;
import io.sirenorder.payment.portone.WebhookUnreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** V2's signed messages, in both of their versions. */
@ApplicationScoped
public class V2Webhooks implements WebhookFormat {
    /** Those that can mean money; an opened window or a billing key moves none, and unknown ones are ignored. */
    private static final Set<String> MOVING_MONEY = Set.of(
            "Transaction.Paid",
            "Transaction.VirtualAccountIssued",
            "Transaction.PartialCancelled",
            "Transaction.Cancelled",
            "Transaction.Failed",
            "Transaction.PayPending",
            "Transaction.CancelPending",
            "Transaction.DisputeCreated",
            "Transaction.DisputeResolved");

    private final Clock clock;
    private final Secret secrets;
    private final WebhookSignature signature;

    V2Webhooks(PortOneConfig config, Clock clock) {
        this.clock = clock;
        this.secrets = new Secret(
                config.v2().webhookSecrets().orElse(List.of()), config.v2().webhookSecretsFile());
        this.signature = new WebhookSignature(config.v2().webhookTolerance());
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V2;
    }

    @Override
    public Optional<PaymentHint> read(WebhookHeaders headers, byte[] body) {
        if (!signature.isValid(headers, body, secrets.all(), clock.instant())) {
            throw new WebhookNotSigned();
        }
        return read(headers.id(), WebhookBody.parse(body));
    }

    public static Optional<PaymentHint> read(String webhookId, WebhookBody body) {
        return body.text("payment_id") == null ? ofApril2024(webhookId, body) : ofJanuary2024(webhookId, body);
    }

    private static Optional<PaymentHint> ofApril2024(String webhookId, WebhookBody body) {
        String type = body.text("type");
        if (type == null) {
            throw new WebhookUnreadable();
        }
        WebhookBody data = new WebhookBody(body.json().path("data"));
        return MOVING_MONEY.contains(type)
                ? Optional.of(hint(webhookId, type, data.id("paymentId"), data.text("transactionId")))
                : Optional.empty();
    }

    private static Optional<PaymentHint> ofJanuary2024(String webhookId, WebhookBody body) {
        String type = "Transaction." + body.text("status");
        return MOVING_MONEY.contains(type)
                ? Optional.of(hint(webhookId, type, body.id("payment_id"), body.text("tx_id")))
                : Optional.empty();
    }

    private static PaymentHint hint(String webhookId, String type, String paymentId, String transactionId) {
        PaymentReference payment = new PaymentReference(PortOneVersion.V2, paymentId, transactionId);
        return new PaymentHint(payment, type, "V2:" + webhookId, true);
    }
}
