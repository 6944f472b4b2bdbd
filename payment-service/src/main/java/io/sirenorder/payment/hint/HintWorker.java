package io.sirenorder.payment.hint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.feed.background.BackgroundTasks;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.Lease;
import io.sirenorder.kit.problem.Outage;
import io.sirenorder.kit.time.Backoff;
import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PortOneUnreachable;
import io.sirenorder.payment.settlement.Settled;
import io.sirenorder.payment.settlement.Settlement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Settles the payments that webhooks and PortOne's list hint at: at once where there is room, else, and after a failure,
 * by a sweep. An outage is waited for without end; any other failure is tried a few times, then the payment is refunded,
 * and if even that fails the hint is parked for a person, with an alarm.
 */
@Startup
@ApplicationScoped
public class HintWorker {
    private static final Logger LOG = Logger.getLogger(HintWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final PaymentHints webhooks;
    private final Settlement settlement;
    private final WebhookConfig config;
    private final BackgroundTasks tasks;
    private final Lease lease;
    private final Counter parked;
    private final AtomicLong parkedNow = new AtomicLong();
    private volatile long strangers;

    HintWorker(
            PaymentHints webhooks,
            Settlement settlement,
            WebhookConfig config,
            Vertx vertx,
            InFlightWork inFlight,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.settlement = settlement;
        this.config = config;
        this.parked = meters.counter("siren.hints.parked");
        meters.gauge("siren.hints.parked.now", parkedNow);
        this.lease = new Lease(vertx, config.lease());
        this.tasks = new BackgroundTasks("webhooks", vertx, inFlight, config.atOnce());
    }

    /** Whether so many strangers wait already that one more would only lengthen the queue. */
    boolean isFlooded() {
        return strangers >= config.strangersWaiting();
    }

    /** Durable when it returns; the look-up starts at once if the payment is expected and there is room. */
    public Uni<Void> take(PaymentHint hint, String body) {
        boolean hasRoom = tasks.reserve();
        return webhooks.receive(hint, body, hasRoom ? config.lease() : Duration.ZERO)
                .onTermination()
                .invoke((stored, failure, cancelled) -> {
                    if (hasRoom) {
                        startOrGiveBack(stored == null ? Optional.empty() : stored);
                    }
                })
                .replaceWithVoid();
    }

    private void startOrGiveBack(Optional<Webhook> stored) {
        stored.filter(Webhook::expected).ifPresentOrElse(webhook -> tasks.run(() -> workOff(webhook)), tasks::back);
    }

    /** Takes up hints about expected payments whose time has come. */
    Uni<Void> sweepExpected() {
        int room = tasks.free();
        return room == 0
                ? Uni.createFrom().voidItem()
                : webhooks.claim(true, room, config.lease()).invoke(this::start).replaceWithVoid();
    }

    /** A bounded number per second, however many came: hints about expected payments never queue behind them. */
    Uni<Void> sweepStrangers() {
        int room = Math.min(tasks.free() / 2, config.strangersPerSweep());
        return webhooks.countStrangers()
                .invoke(count -> strangers = count)
                .chain(() -> room == 0
                        ? Uni.createFrom().voidItem()
                        : webhooks.claim(false, room, config.lease())
                                .invoke(this::start)
                                .replaceWithVoid());
    }

    void noStrangers() {
        strangers = 0;
    }

    @Scheduled(every = "${siren.webhooks.purge}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        return webhooks.purge(config.keep(), config.keepUnknown());
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> countParked() {
        return webhooks.countParked().invoke(parkedNow::set).replaceWithVoid();
    }

    private void start(List<Webhook> claimed) {
        claimed.stream().filter(webhook -> tasks.reserve()).forEach(webhook -> tasks.run(() -> workOff(webhook)));
    }

    private Uni<Void> workOff(Webhook webhook) {
        return lease.hold(() -> webhooks.renew(webhook.id(), lease.length()), () -> settle(webhook));
    }

    private Uni<Void> settle(Webhook webhook) {
        return settlement
                .settle(webhook.payment(), PaymentHints.approved(webhook.id()))
                .chain(result -> result == Settled.APPROVED
                        ? Uni.createFrom().voidItem()
                        : webhooks.done(webhook.id(), result.name()))
                .onFailure(PaymentUnknown.class)
                .recoverWithUni(unknown -> unknown(webhook))
                .onFailure()
                .recoverWithUni(failure -> again(webhook, failure));
    }

    /** PortOne may not show a payment yet whose webhook it has sent; a payment that a stranger may have made up is not asked for again. */
    private Uni<Void> unknown(Webhook webhook) {
        return webhook.expected() && webhook.tries() < config.unknownTries()
                ? webhooks.retry(webhook.id(), "UNKNOWN", wait(webhook))
                : webhooks.done(webhook.id(), "UNKNOWN");
    }

    private Uni<Void> again(Webhook webhook, Throwable failure) {
        if (failure instanceof PortOneUnreachable || Outage.isBehind(failure)) {
            LOG.warnf("hint %d waits for what is down: %s", webhook.id(), failure);
            return putOff(webhook);
        }
        if (webhook.failures() + 1 < config.failures()) {
            LOG.warnf(failure, "hint %d failed and is tried again", webhook.id());
            return lease.write(() -> webhooks.failed(webhook.id(), wait(webhook)));
        }
        return giveUp(webhook, failure);
    }

    private Uni<Void> putOff(Webhook webhook) {
        return lease.write(() -> webhooks.retry(webhook.id(), "FAILED", wait(webhook)));
    }

    private Uni<Void> giveUp(Webhook webhook, Throwable cause) {
        return settlement
                .giveUp(webhook.payment(), cause)
                .chain(result -> webhooks.done(webhook.id(), result.name()))
                .onFailure()
                .recoverWithUni(failure -> failure instanceof PortOneUnreachable || Outage.isBehind(failure)
                        ? putOff(webhook)
                        : park(webhook, failure));
    }

    private Uni<Void> park(Webhook webhook, Throwable failure) {
        LOG.errorf(failure, "ALARM hint %d about payment %s is parked", webhook.id(), webhook.payment());
        parked.increment();
        return lease.write(() -> webhooks.done(webhook.id(), "PARKED"));
    }

    private Duration wait(Webhook webhook) {
        return new Backoff(FIRST_WAIT, config.longestWait()).after(webhook.tries() + 1);
    }
}
