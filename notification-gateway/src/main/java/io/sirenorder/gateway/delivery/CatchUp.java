package io.sirenorder.gateway.delivery;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.SocketConfig;
import io.sirenorder.gateway.session.SocketMetrics;
import io.sirenorder.gateway.session.StreamPosition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Brings sockets up to date from the mailboxes: when they arrive, and when the feed may have lost something. Either
 * exactly what was missed, or an honest "I no longer know".
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final int READ_AT_ONCE = 64;

    private final MailboxReader mailboxes;
    private final SubscriptionState feed;
    private final SocketConfig config;
    private final SocketMetrics metrics;
    private final Clock clock;

    CatchUp(MailboxReader mailboxes, SubscriptionState feed, SocketConfig config, SocketMetrics metrics, Clock clock) {
        this.mailboxes = mailboxes;
        this.feed = feed;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Welcomes a session that is in the registry already, so that nothing falls between reading and listening. */
    public void welcome(Session session) {
        read(session, mailboxes.read(recipients(session)), history -> welcome(session, history))
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "Welcoming %s", session.id()));
    }

    private void welcome(Session session, MailboxHistories history) {
        Optional<StreamPosition> resumeFrom = session.admission().resumeFrom();
        Optional<List<Push>> missed = resumeFrom.flatMap(history::since);
        StreamPosition from = missed.flatMap(known -> resumeFrom).orElseGet(history::end);
        session.delivery().begin(from, history.toBeAckedUpTo(from));
        session.welcome(Frames.welcome(session, missed.isPresent(), from, config, clock.instant()));
        if (session.admission().wantsToResume()) {
            metrics.resumed(missed.isPresent());
            if (missed.isEmpty()) {
                session.say(Frames.reset(reason(history, resumeFrom)));
            }
        }
        goOn(session, missed.orElseGet(List::of));
        session.wire().resume();
    }

    /** From now on something may be missed: what comes is held back until {@link #recover}. */
    void holdBack(Collection<Session> sessions) {
        sessions.forEach(session -> session.run(session.delivery()::suspectGap));
    }

    /** Reads the mailboxes for messages published while the subscription was down, a bounded number at once. */
    void recover(Collection<Session> sessions) {
        List<Session> all = List.copyOf(sessions);
        holdBack(all);
        Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(this::reread)
                .merge(READ_AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .subscribe()
                .with(done -> LOG.debug("All have read again"), failure -> LOG.error("Reading again", failure));
    }

    private Uni<Void> reread(Session session) {
        return on(session, session.delivery()::takeSuspicion)
                .chain(suspicion -> suspicion
                        .map(reached -> read(
                                session,
                                mailboxes.readSince(recipients(session), reached),
                                history -> update(session, history, reached)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private void update(Session session, MailboxHistories history, StreamPosition reached) {
        history.since(reached)
                .ifPresentOrElse(missed -> goOn(session, missed), () -> session.close(CloseReason.INSUFFICIENT_STATE));
    }

    /** Sessions do not go live without the subscription; when it is back, all mailboxes are read again. */
    private void goOn(Session session, List<Push> missed) {
        if (!feed.isUp()) {
            session.delivery().suspectGap();
        }
        session.delivery().catchUp(missed);
        if (session.delivery().isGapSuspected() && feed.isUp()) {
            recover(List.of(session));
        }
    }

    /** A mailbox that cannot be read closes the socket, as its client would wait for what never comes. */
    private static Uni<Void> read(Session session, Uni<MailboxHistories> reading, Consumer<MailboxHistories> action) {
        return reading.onFailure()
                .invoke(failure -> {
                    LOG.warnf("Mailbox of %s is out of reach: %s", session.id(), failure);
                    session.close(CloseReason.DEPENDENCY_DOWN);
                })
                .onFailure()
                .recoverWithNull()
                .chain(history -> on(session, () -> {
                    if (history != null && session.isOpen()) {
                        action.accept(history);
                    }
                    return null;
                }));
    }

    private static <T> Uni<T> on(Session session, Supplier<T> task) {
        return Uni.createFrom().emitter(emitter -> session.run(() -> emitter.complete(task.get())));
    }

    private static List<Recipient> recipients(Session session) {
        return session.principal().recipients();
    }

    private static String reason(MailboxHistories history, Optional<StreamPosition> resumeFrom) {
        return resumeFrom
                .map(b -> b.epoch().equals(history.epoch()) ? "position-unknown" : "epoch-changed")
                .orElse("position-unreadable");
    }
}
