package io.sirenorder.payment.portone.v2;

import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneAccount;
import io.sirenorder.payment.portone.PortOneAccounts;
import io.sirenorder.payment.portone.PortOneConfig;
import io.sirenorder.payment.portone.PortOneVersion;
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

/** V2's signed messages, in both of their versions: the secrets that signed one tell the account that it is about. */
@ApplicationScoped
public class V2Webhooks implements WebhookFormat {
    /** Types that can mean money; an opened window or a billing key moves none, and unknown ones are ignored. */
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
    private final PortOneAccounts accounts;
    private final WebhookSignature signature;

    V2Webhooks(PortOneConfig config, PortOneAccounts accounts, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.signature = new WebhookSignature(config.v2().webhookTolerance());
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V2;
    }

    @Override
    public Optional<PaymentHint> read(WebhookHeaders headers, byte[] body) {
        List<PortOneAccount> signers = accounts.all().stream()
                .filter(each -> hasSigned(each, headers, body))
                .toList();
        if (signers.isEmpty()) {
            throw new WebhookNotSigned();
        }
        WebhookBody parsed = WebhookBody.parse(body);
        return read(account(signers, parsed), headers.id(), parsed);
    }

    private boolean hasSigned(PortOneAccount account, WebhookHeaders headers, byte[] body) {
        return account.v2()
                .map(v2 -> signature.isValid(headers, body, v2.webhookSecrets().all(), clock.instant()))
                .orElse(false);
    }

    /** A message that names an account's store counts only if that account's own secrets signed it. */
    private String account(List<PortOneAccount> signers, WebhookBody body) {
        String store = new WebhookBody(body.json().path("data")).text("storeId");
        Optional<PortOneAccount> named =
                accounts.all().stream().filter(each -> isStore(each, store)).findFirst();
        if (named.isPresent() && !signers.contains(named.get())) {
            throw new WebhookNotSigned();
        }
        return named.orElse(signers.get(0)).code();
    }

    private static boolean isStore(PortOneAccount account, String store) {
        return account.v2().map(v2 -> v2.storeId().equals(store)).orElse(false);
    }

    public static Optional<PaymentHint> read(String account, String webhookId, WebhookBody body) {
        return body.text("payment_id") == null
                ? ofApril2024(account, webhookId, body)
                : ofJanuary2024(account, webhookId, body);
    }

    private static Optional<PaymentHint> ofApril2024(String account, String webhookId, WebhookBody body) {
        String type = body.text("type");
        if (type == null) {
            throw new WebhookUnreadable();
        }
        WebhookBody data = new WebhookBody(body.json().path("data"));
        return MOVING_MONEY.contains(type)
                ? Optional.of(hint(account, webhookId, type, data.id("paymentId"), data.text("transactionId")))
                : Optional.empty();
    }

    private static Optional<PaymentHint> ofJanuary2024(String account, String webhookId, WebhookBody body) {
        String type = "Transaction." + body.text("status");
        return MOVING_MONEY.contains(type)
                ? Optional.of(hint(account, webhookId, type, body.id("payment_id"), body.text("tx_id")))
                : Optional.empty();
    }

    private static PaymentHint hint(
            String account, String webhookId, String type, String paymentId, String transactionId) {
        PaymentReference payment = new PaymentReference(PortOneVersion.V2, account, paymentId, transactionId);
        return new PaymentHint(payment, type, key(account, webhookId), true);
    }

    /** By account, so that one account's owner can't use up the message of another. */
    private static String key(String account, String webhookId) {
        return account.equals(PortOneAccount.PLATFORM) ? "V2:" + webhookId : "V2:" + account + ":" + webhookId;
    }
}
