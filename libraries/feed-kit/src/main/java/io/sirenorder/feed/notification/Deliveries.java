package io.sirenorder.feed.notification;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.consumer.Progress;
import io.sirenorder.feed.outbox.FeedEntry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Turns events into notifications and sends them. One that can't be made, or that Redis refuses again and again, costs
 * itself and not those behind it.
 */
class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    /** Tries, over some seconds, of a notification that Redis refuses. */
    private static final int MOST_TRIES = 5;

    private final NotificationRules.Rules rules;
    private final MailboxWriter writer;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, Integer> refusals = new HashMap<>();

    Deliveries(NotificationRules.Rules rules, MailboxWriter writer, Progress progress, Clock clock) {
        this.rules = rules;
        this.writer = writer;
        this.progress = progress;
        this.clock = clock;
    }

    /** Fails while Redis is away, and while it refuses a notification that is still to be tried again. */
    Uni<Void> deliver(List<FeedEntry> events) {
        List<MailboxEntry> entries = events.stream()
                .filter(event -> rules.concern(event.type()))
                .flatMap(this::entries)
                .toList();
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : writer.send(entries).invoke(this::judge).replaceWithVoid();
    }

    private void judge(List<MailboxEntry> refused) {
        List<MailboxEntry> again = refused.stream()
                .filter(entry -> refusals.merge(entry.id(), 1, Integer::sum) < MOST_TRIES)
                .toList();
        if (!again.isEmpty()) {
            throw new IllegalStateException(
                    "Redis refuses notification " + again.get(0).id());
        }
        refused.forEach(this::giveUp);
        refusals.clear();
    }

    private void giveUp(MailboxEntry entry) {
        LOG.errorf("ALARM: Redis refuses notification %s; it is not sent", entry.id());
        progress.failed();
    }

    private Stream<MailboxEntry> entries(FeedEntry event) {
        try {
            Envelope envelope = event.envelope();
            return numbered(envelope, rules.of(envelope)).stream();
        } catch (RuntimeException e) {
            LOG.errorf(e, "ALARM: no notification could be made of %s %s", event.type(), event.position());
            progress.failed();
            return Stream.empty();
        }
    }

    private List<MailboxEntry> numbered(Envelope event, List<Notification> notifications) {
        boolean stale = event.at().isBefore(clock.instant().minusSeconds(Mailbox.SECONDS));
        Map<Recipient, Integer> sent = new HashMap<>();
        List<MailboxEntry> entries = new ArrayList<>();
        for (Notification notification : notifications) {
            int nth = sent.merge(notification.to(), 1, Integer::sum);
            String id = nth == 1 ? event.id().toString() : event.id() + "-" + nth;
            entries.add(MailboxEntry.of(notification, id, event, stale));
        }
        return entries;
    }
}
