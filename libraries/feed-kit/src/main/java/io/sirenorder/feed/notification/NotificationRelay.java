package io.sirenorder.feed.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.background.Pace;
import io.sirenorder.feed.background.PollingLoop;
import io.sirenorder.feed.background.PollingLoop.Found;
import io.sirenorder.feed.bell.BellSubscribers;
import io.sirenorder.feed.consumer.CursorCache;
import io.sirenorder.feed.consumer.Cursors;
import io.sirenorder.feed.consumer.Progress;
import io.sirenorder.feed.outbox.Feed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads this service's own feed and delivers what it announces. It first delivers and moves its cursor later, so a crash
 * or an absent Redis means a repetition, which the postbox knows, and never a loss.
 */
@ApplicationScoped
class NotificationRelay {
    static final String CURSOR = "notifications";
    private static final Logger LOG = Logger.getLogger(NotificationRelay.class);

    private final Feed feed;
    private final CursorCache bookmark;
    private final MailboxWriter postbox;
    private final FeedConfig config;
    private final Clock clock;
    private NotificationRules.Rules rules;
    private Progress progress;

    NotificationRelay(Feed feed, Cursors cursors, MailboxWriter postbox, FeedConfig config, Clock clock) {
        this.feed = feed;
        this.bookmark = new CursorCache(cursors, CURSOR, config.slowestPoll());
        this.postbox = postbox;
        this.config = config;
        this.clock = clock;
    }

    void start(
            @Observes StartupEvent start,
            @All List<NotificationRules> announcements,
            @ConfigProperty(name = "siren.service.name") String self,
            Pace pace,
            BellSubscribers ears,
            MeterRegistry meters) {
        if (announcements.isEmpty()) {
            return;
        }
        rules = announcements.get(0).rules();
        progress = new Progress(CURSOR, meters, clock);
        PollingLoop rounds = new PollingLoop("the mail", pace, this::round);
        ears.listen(self, (head, news) -> {
            if (progress.isNews(head) && (news.isEmpty() || news.stream().anyMatch(rules::concern))) {
                rounds.wake();
            }
        });
        rounds.wake();
    }

    private Uni<Found> round() {
        return bookmark.open()
                .invoke(known -> progress.at(known.pos()))
                .chain(known -> feed.after(known, config.batch()))
                .map(page -> page.stream().map(Envelope::parse).toList())
                .invoke(progress::found)
                .chain(events -> events.isEmpty() ? nothing() : deliver(events))
                .onFailure(Progress::isFinal)
                .invoke(progress::halt);
    }

    private static Uni<Found> nothing() {
        return Uni.createFrom().item(Found.NOTHING);
    }

    private Uni<Found> deliver(List<Envelope> events) {
        List<MailboxEntry> letters = events.stream().flatMap(this::letters).toList();
        Envelope last = events.get(events.size() - 1);
        return (letters.isEmpty() ? Uni.createFrom().voidItem() : postbox.send(letters))
                .invoke(() -> bookmark.reach(last.position()))
                .invoke(() -> progress.applied(events, 0))
                .replaceWith(events.size() == config.batch() ? Found.MORE : Found.NOTHING);
    }

    private boolean isStale(Envelope event) {
        return event.at().isBefore(clock.instant().minusSeconds(Mailbox.SECONDS));
    }

    /** A rule that fails costs its own message, which is told to nobody in time anyway, and not those behind it. */
    private Stream<MailboxEntry> letters(Envelope event) {
        try {
            return numbered(event, rules.of(event)).stream();
        } catch (RuntimeException e) {
            LOG.errorf(e, "ALARM: nothing could be announced of %s %s of %s", event.type(), event.id(), event.stream());
            progress.failed();
            return Stream.empty();
        }
    }

    private List<MailboxEntry> numbered(Envelope event, List<Notification> notifications) {
        Map<Recipient, Integer> told = new HashMap<>();
        List<MailboxEntry> letters = new ArrayList<>();
        for (Notification notification : notifications) {
            int nth = told.merge(notification.to(), 1, Integer::sum);
            String id = nth == 1 ? event.id().toString() : event.id() + "-" + nth;
            letters.add(MailboxEntry.of(notification, id, event, isStale(event)));
        }
        return letters;
    }
}
