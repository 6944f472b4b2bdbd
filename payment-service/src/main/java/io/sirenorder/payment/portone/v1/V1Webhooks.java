package io.sirenorder.payment.portone.v1;

import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneAccounts;
import io.sirenorder.payment.portone.PortOneVersion;
import io.sirenorder.payment.portone.WebhookBody;
import io.sirenorder.payment.portone.WebhookFormat;
import io.sirenorder.payment.portone.WebhookHeaders;
import io.sirenorder.payment.portone.WebhookNotSigned;
import io.sirenorder.payment.portone.WebhookUnreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** V1's unsigned webhooks: they can be forged, so they only say which payment to look up. */
@ApplicationScoped
public class V1Webhooks implements WebhookFormat {
    private static final int MAX_KIND = 40;

    private final PortOneAccounts accounts;

    V1Webhooks(PortOneAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public PortOneVersion version() {
        return PortOneVersion.V1;
    }

    @Override
    public Optional<PaymentHint> read(WebhookHeaders headers, byte[] body) {
        WebhookBody parsed = WebhookBody.parse(body);
        boolean isKnown =
                accounts.all().stream().anyMatch(account -> account.v1().isPresent());
        if (!isKnown || parsed.text("imp_uid") == null) {
            throw new WebhookNotSigned();
        }
        return Optional.of(read(parsed));
    }

    public static PaymentHint read(WebhookBody body) {
        String impUid = body.id("imp_uid");
        String merchantUid = body.id("merchant_uid");
        String kind = body.text("status") == null ? "" : body.text("status");
        String cancellation = body.text("cancellation_id") == null ? "" : body.id("cancellation_id");
        if (kind.length() > MAX_KIND) {
            throw new WebhookUnreadable();
        }
        PaymentReference payment = new PaymentReference(PortOneVersion.V1, null, merchantUid, impUid);
        String key = String.join(":", "V1", impUid, merchantUid, kind, cancellation);
        return new PaymentHint(payment, kind, key, false);
    }
}
