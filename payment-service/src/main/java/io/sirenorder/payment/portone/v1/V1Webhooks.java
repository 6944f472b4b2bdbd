package io.sirenorder.payment.portone.v1;

import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneVersion;
import io.sirenorder.payment.portone.WebhookBody;
import io.sirenorder.payment.portone.WebhookUnreadable;

/** V1's unsigned messages: anybody may send them, so they only say where to look. */
public final class V1Webhooks {
    private static final int MAX_KIND = 40;

    private V1Webhooks() {}

    public static boolean isOne(WebhookBody body) {
        return body.text("imp_uid") != null;
    }

    public static PaymentHint read(WebhookBody body) {
        String impUid = body.id("imp_uid");
        String merchantUid = body.id("merchant_uid");
        String kind = body.text("status") == null ? "" : body.text("status");
        String cancellation = body.text("cancellation_id") == null ? "" : body.id("cancellation_id");
        if (kind.length() > MAX_KIND) {
            throw new WebhookUnreadable();
        }
        PaymentReference payment = new PaymentReference(PortOneVersion.V1, merchantUid, impUid);
        String key = String.join(":", "V1", impUid, merchantUid, kind, cancellation);
        return new PaymentHint(payment, kind, key, false);
    }
}
