package io.sirenorder.simulator.webhook;

import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Brings webhooks to the merchant's server: signs each try anew and tries again as PortOne does. */
final class Delivery {
    private static final List<String> NOBODYS_SECRET = List.of("whsec_bm90IHRoZSBzZWNyZXQgeW91IGtub3c=");
    private static final long STALE_SECONDS = 600;

    private final Vertx vertx;
    private final SimulatedClock clock;
    private final Faults faults;
    private final Supplier<WebhookSettings> settings;
    private final Courier courier;

    Delivery(Vertx vertx, SimulatedClock clock, Faults faults, Supplier<WebhookSettings> settings) {
        this.vertx = vertx;
        this.clock = clock;
        this.faults = faults;
        this.settings = settings;
        this.courier = new Courier(vertx);
    }

    /** Ends with the first try; later ones follow by themselves. */
    Future<Receipt> deliver(Webhook webhook) {
        Map<String, String> headers = headers(webhook, secrets(webhook), 0);
        Patience patience = Patience.of(webhook, settings.get().timeScale());
        webhook.tried(headers, clock.instant());
        return courier.carry(webhook.url(), headers, webhook.body(), patience)
                .onSuccess(receipt -> answered(webhook, receipt));
    }

    private void answered(Webhook webhook, Receipt receipt) {
        webhook.answered(receipt, clock.instant());
        if (!receipt.isSuccess() && webhook.mayBeTriedAgain()) {
            double chance = faults.dice().roll("retry " + webhook.type(), webhook.paymentId(), webhook.tries());
            vertx.setTimer(Patience.waitMillis(webhook, settings.get().timeScale(), chance), timer -> deliver(webhook));
        }
    }

    Future<Receipt> deliverUnsigned(Webhook webhook) {
        return once(webhook, Map.of("content-type", webhook.content().mediaType()));
    }

    Future<Receipt> deliverByWrongKey(Webhook webhook) {
        return once(webhook, headers(webhook, NOBODYS_SECRET, 0));
    }

    Future<Receipt> deliverStale(Webhook webhook) {
        return once(webhook, headers(webhook, secrets(webhook), STALE_SECONDS));
    }

    /** Exactly what was sent before, signature and all. */
    Future<Receipt> replay(Webhook webhook) {
        return once(webhook, webhook.headers());
    }

    private Future<Receipt> once(Webhook webhook, Map<String, String> headers) {
        return courier.carry(
                webhook.url(),
                headers,
                webhook.body(),
                Patience.of(webhook, settings.get().timeScale()));
    }

    private List<String> secrets(Webhook webhook) {
        return settings.get().secretsOf(webhook.account());
    }

    private Map<String, String> headers(Webhook webhook, List<String> secrets, long secondsAgo) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", webhook.content().mediaType());
        if (webhook.version() == ApiVersion.V2) {
            long timestamp = clock.instant().getEpochSecond() - secondsAgo;
            headers.put("webhook-id", webhook.id());
            headers.put("webhook-timestamp", Long.toString(timestamp));
            headers.put("webhook-signature", Signature.of(secrets, webhook.id(), timestamp, webhook.body()));
        }
        return headers;
    }

    static String newId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }
}
