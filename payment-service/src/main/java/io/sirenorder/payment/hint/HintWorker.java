package io.sirenorder.payment.hint;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.feed.background.BackgroundTasks;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.settlement.Settlement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks up what webhooks hint at: at once where there is room, else, and after a failure, by a sweep. */
@ApplicationScoped
public class HintWorker {
    private static final Logger LOG = Logger.getLogger(HintWorker.class);
    private static final int MAX_DOUBLINGS = 10;

    private final PaymentHints webhooks;
    private final Settlement settlement;
    private final WebhookConfig config;
    private final BackgroundTasks errands;
    private volatile long strangers;

    HintWorker(PaymentHints webhooks, Settlement settlement, WebhookConfig config, Vertx vertx, InFlightWork shift) {
        this.webhooks = webhooks;
        this.settlement = settlement;
        this.config = config;
        this.errands = new BackgroundTasks("webhooks", vertx, shift, config.atOnce());
    }

    /** Whether so many strangers wait already that one more would only lengthen the queue. */
    boolean isFlooded() {
        return strangers >= config.strangersWaiting();
    }

    /** Durable when it returns; the look-up starts at once if somebody waits for the payment and there is room. */
    public Uni<Void> take(PaymentHint hint, String body) {
        boolean hasRoom = errands.reserve();
        Duration lease = hasRoom ? config.lease() : Duration.ZERO;
        return webhooks.receive(hint, body, lease)
                .onTermination()
                .invoke((stored, failure, cancelled) -> {
                    if (hasRoom) {
                        startOrGiveBack(stored == null ? Optional.empty() : stored);
                    }
                })
                .replaceWithVoid();
    }

    private void startOrGiveBack(Optional<Webhook> stored) {
        stored.filter(Webhook::expected).ifPresentOrElse(webhook -> errands.run(() -> workOff(webhook)), errands::back);
    }

    @Scheduled(every = "${siren.webhooks.sweep:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweepExpected() {
        int room = errands.free();
        return room == 0
                ? Uni.createFrom().voidItem()
                : webhooks.claim(true, room, config.lease()).invoke(this::start).replaceWithVoid();
    }

    /** A bounded number per second, however many came: those that somebody waits for never queue behind them. */
    @Scheduled(every = "${siren.webhooks.strangers-sweep:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweepStrangers() {
        int room = Math.min(errands.free() / 2, config.strangersPerSweep());
        return webhooks.countStrangers()
                .invoke(count -> strangers = count)
                .chain(() -> room == 0
                        ? Uni.createFrom().voidItem()
                        : webhooks.claim(false, room, config.lease())
                                .invoke(this::start)
                                .replaceWithVoid());
    }

    @Scheduled(every = "${siren.webhooks.purge:1h}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return webhooks.purge(config.keep(), config.keepUnknown());
    }

    private void start(List<Webhook> claimed) {
        claimed.stream().filter(webhook -> errands.reserve()).forEach(webhook -> errands.run(() -> workOff(webhook)));
    }

    private Uni<Void> workOff(Webhook webhook) {
        return settlement
                .settle(webhook.payment())
                .chain(result -> webhooks.done(webhook.id(), result.name()))
                .onFailure(PaymentUnknown.class)
                .recoverWithUni(unknown -> unknown(webhook))
                .onFailure()
                .recoverWithUni(failure -> again(webhook, failure));
    }

    /** PortOne may not show a payment yet whose webhook it has sent; what anybody may have made up is not asked again. */
    private Uni<Void> unknown(Webhook webhook) {
        return webhook.expected() && webhook.tries() < config.unknownTries()
                ? webhooks.retry(webhook.id(), "UNKNOWN", wait(webhook))
                : webhooks.done(webhook.id(), "UNKNOWN");
    }

    private Uni<Void> again(Webhook webhook, Throwable failure) {
        LOG.warnf("webhook %d is tried again: %s", webhook.id(), failure);
        return webhooks.retry(webhook.id(), "FAILED", wait(webhook));
    }

    private Duration wait(Webhook webhook) {
        Duration doubled = Duration.ofMillis(500L << Math.min(webhook.tries(), MAX_DOUBLINGS));
        return doubled.compareTo(config.longestWait()) > 0 ? config.longestWait() : doubled;
    }
}
