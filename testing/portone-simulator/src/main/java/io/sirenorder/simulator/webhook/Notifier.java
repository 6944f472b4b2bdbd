package io.sirenorder.simulator.webhook;

import static io.sirenorder.simulator.fault.Fault.WEBHOOK_DELAY;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_DUPLICATE;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_EXTRA_FIELDS;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_NEVER;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_REORDER;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_REPLAYED;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_STALE;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_UNKNOWN_TYPE;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_UNSIGNED;
import static io.sirenorder.simulator.fault.Fault.WEBHOOK_WRONG_KEY;

import io.sirenorder.simulator.fault.Fault;
import io.sirenorder.simulator.fault.Faults;
import io.sirenorder.simulator.fault.Strike;
import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Change;
import io.sirenorder.simulator.payment.PaymentChanged;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the merchant's server of changes, and does it wrong where a fault says so. */
public final class Notifier {
    private static final long LONGEST_HOLD_MILLIS = 2_000;

    private interface Way {
        Future<Receipt> deliver(Webhook webhook);
    }

    private final Vertx vertx;
    private final SimulatedClock clock;
    private final Faults faults;
    private final Delivery delivery;
    private final Map<String, List<Webhook>> history = new HashMap<>();
    private final Map<String, Runnable> held = new HashMap<>();
    private WebhookSettings settings;

    public Notifier(Vertx vertx, SimulatedClock clock, Faults faults, WebhookSettings settings) {
        this.vertx = vertx;
        this.clock = clock;
        this.faults = faults;
        this.settings = settings;
        this.delivery = new Delivery(vertx, clock, faults, this::settings);
    }

    /** Ends with the first try. */
    public Future<Void> tell(PaymentChanged event) {
        Optional<String> url = urlOf(event.attempt());
        if (!isTold(event) || url.isEmpty() || strike(WEBHOOK_NEVER, event).isPresent()) {
            return Future.succeededFuture();
        }
        Webhook webhook = compose(event, url.get());
        boolean instead = forge(event, webhook);
        if (instead) {
            return Future.succeededFuture();
        }
        history.computeIfAbsent(key(event.attempt()), id -> new ArrayList<>(2)).add(webhook);
        return send(event, webhook);
    }

    private boolean isTold(PaymentChanged event) {
        Change change = event.change();
        if (event.attempt().purchase().version() == ApiVersion.V2) {
            return event.told() && (change != Change.READY || settings.readyEvents());
        }
        return switch (change) {
            case PAID, VIRTUAL_ACCOUNT_ISSUED -> true;
            case CANCELLED, PARTIAL_CANCELLED -> event.told();
            case READY, PAY_PENDING, FAILED, CANCEL_PENDING, DISPUTE_CREATED, DISPUTE_RESOLVED -> false;
        };
    }

    /** A payment's own address replaces the console's. */
    private Optional<String> urlOf(Attempt attempt) {
        return Optional.ofNullable(attempt.purchase().noticeUrl()).or(settings::url);
    }

    private Webhook compose(PaymentChanged event, String url) {
        Webhook.Content content = Wording.of(event, settings, clock.instant());
        boolean extra = strike(WEBHOOK_EXTRA_FIELDS, event).isPresent();
        return webhook(event, url, extra ? Wording.withExtraFields(content) : content);
    }

    private Webhook webhook(PaymentChanged event, String url, Webhook.Content content) {
        Attempt attempt = event.attempt();
        ApiVersion version = attempt.purchase().version();
        int maxTries = Patience.maxTries(version, settings.v1Retries());
        String id = Delivery.newId();
        return new Webhook(id, attempt, url, content, clock.instant(), maxTries);
    }

    private Future<Void> send(PaymentChanged event, Webhook webhook) {
        Optional<Strike> reorder = strike(WEBHOOK_REORDER, event);
        if (reorder.isPresent()) {
            hold(webhook, reorder.get().number("maxMs", LONGEST_HOLD_MILLIS));
            return Future.succeededFuture();
        }
        long delay = strike(WEBHOOK_DELAY, event)
                .map(hit -> hit.number("delayMs", 1_000))
                .orElse(0L);
        long copies = strike(WEBHOOK_DUPLICATE, event)
                .map(hit -> hit.number("copies", 1))
                .orElse(0L);
        Optional<Strike> replayed = strike(WEBHOOK_REPLAYED, event);
        Future<Void> first = after(delay).compose(waited -> deliver(webhook, copies));
        replayed.ifPresent(hit ->
                first.compose(done -> after(hit.number("delayMs", 0))).onSuccess(waited -> delivery.replay(webhook)));
        return first.onSuccess(done -> release(webhook.paymentId()));
    }

    private Future<Void> deliver(Webhook webhook, long copies) {
        for (long copy = 0; copy < copies; copy++) {
            delivery.deliver(webhook);
        }
        return delivery.deliver(webhook).mapEmpty();
    }

    /** Kept back until the payment's next webhook went out, or for a while when there is none. */
    private void hold(Webhook webhook, long maxMillis) {
        Promise<Void> released = Promise.promise();
        held.put(webhook.paymentId(), released::tryComplete);
        vertx.setTimer(maxMillis, timer -> release(webhook.paymentId()));
        released.future().onSuccess(done -> delivery.deliver(webhook));
    }

    private void release(String paymentId) {
        Optional.ofNullable(held.remove(paymentId)).ifPresent(Runnable::run);
    }

    /** Sends what an attacker or a bad day would send; true when it takes the place of the real one. */
    private boolean forge(PaymentChanged event, Webhook webhook) {
        boolean instead = forge(WEBHOOK_UNSIGNED, event, webhook, delivery::deliverUnsigned);
        instead |= forge(WEBHOOK_WRONG_KEY, event, webhook, delivery::deliverByWrongKey);
        instead |= forge(WEBHOOK_STALE, event, webhook, delivery::deliverStale);
        Webhook unknown = webhook(event, webhook.url(), Wording.ofUnknownType(webhook.content()));
        return forge(WEBHOOK_UNKNOWN_TYPE, event, unknown, delivery::deliver) || instead;
    }

    private boolean forge(Fault fault, PaymentChanged event, Webhook webhook, Way way) {
        Optional<Strike> hit = strike(fault, event);
        hit.ifPresent(strike -> after(strike.number("delayMs", 0)).onSuccess(waited -> way.deliver(webhook)));
        return hit.map(strike -> strike.flag("instead")).orElse(false);
    }

    private Optional<Strike> strike(Fault fault, PaymentChanged event) {
        String place = "webhook." + event.change().wireName();
        return faults.strike(fault, place, event.attempt().paymentId());
    }

    private Future<Void> after(long millis) {
        if (millis <= 0) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        vertx.setTimer(millis, timer -> promise.complete());
        return promise.future();
    }

    /** All that was sent about this attempt's payment. */
    public List<Webhook> history(Attempt attempt) {
        return history.getOrDefault(key(attempt), List.of());
    }

    private static String key(Attempt attempt) {
        return attempt.purchase().account() + " " + attempt.paymentId();
    }

    /** The same webhook once more, to its original address. */
    public void resend(Webhook webhook) {
        webhook.resent();
        delivery.deliver(webhook);
    }

    public WebhookSettings settings() {
        return settings;
    }

    public void change(WebhookSettings others) {
        settings = others;
    }
}
