package io.sirenorder.feed.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.background.PollingLoop;
import io.sirenorder.feed.background.PollingLoop.Found;
import io.sirenorder.feed.background.PollingLoops;
import io.sirenorder.feed.bell.BellSubscribers;
import io.sirenorder.feed.consumer.Consumers;
import io.sirenorder.feed.consumer.CursorCache;
import io.sirenorder.feed.consumer.Cursors;
import io.sirenorder.feed.consumer.Progress;
import io.sirenorder.feed.outbox.Feed;
import io.sirenorder.feed.outbox.FeedEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends notifications of this service's own events to mailboxes in Redis (the relay half of the outbox pattern). It first
 * sends and moves its cursor later, so a crash or an absent Redis means a repetition, which the mailbox recognises, and
 * never a loss.
 */
@ApplicationScoped
class NotificationRelay {
    static final String CURSOR = "notifications";

    private final Feed feed;
    private final Cursors cursors;
    private final MailboxWriter writer;
    private final FeedConfig config;
    private final Clock clock;
    private CursorCache cursor;
    private Deliveries deliveries;
    private Progress progress;

    NotificationRelay(Feed feed, Cursors cursors, MailboxWriter writer, FeedConfig config, Clock clock) {
        this.feed = feed;
        this.cursors = cursors;
        this.writer = writer;
        this.config = config;
        this.clock = clock;
    }

    void start(
            @Observes StartupEvent start,
            @All List<NotificationRules> beans,
            @ConfigProperty(name = "siren.service.name") String self,
            PollingLoops loops,
            BellSubscribers bells,
            Consumers consumers,
            MeterRegistry meters) {
        if (beans.isEmpty()) {
            return;
        }
        NotificationRules.Rules rules = beans.get(0).rules();
        cursor = new CursorCache(cursors, CURSOR, config.cursorEvery());
        progress = new Progress(CURSOR, self, meters, clock);
        consumers.watch(progress);
        deliveries = new Deliveries(rules, writer, progress, clock);
        PollingLoop loop =
                loops.loop("the notification relay", config.linger(), () -> bells.isHeard(self), this::round);
        bells.listen(self, (head, news) -> {
            if (progress.isNews(head) && (news.isEmpty() || news.stream().anyMatch(rules::concern))) {
                loop.wake();
            }
        });
        loop.wake();
    }

    private Uni<Found> round() {
        return cursor.open()
                .invoke(known -> progress.at(known.pos()))
                .chain(this::relay)
                .onFailure(Progress::isFinal)
                .invoke(progress::halt)
                .onFailure(Progress::isFinal)
                .invoke(cursor::forget);
    }

    private Uni<Found> relay(Position known) {
        return feed.after(known, config.batch(), progress.head(known)).chain(page -> {
            progress.pulled(page.isEmpty() ? null : page.get(0).at());
            return page.isEmpty() ? Uni.createFrom().item(Found.NOTHING) : deliver(page);
        });
    }

    private Uni<Found> deliver(List<FeedEntry> page) {
        FeedEntry last = page.get(page.size() - 1);
        return deliveries
                .deliver(page)
                .invoke(() -> cursor.reach(last.position()))
                .invoke(() -> progress.applied(last.position().pos(), last.at(), page.size(), 0))
                .replaceWith(page.size() == config.batch() ? Found.MORE : Found.NOTHING);
    }
}
