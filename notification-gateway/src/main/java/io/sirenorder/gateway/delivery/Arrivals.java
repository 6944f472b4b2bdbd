package io.sirenorder.gateway.delivery;

import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.session.Bookmark;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.SocketConfig;
import io.sirenorder.gateway.session.SocketMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings sockets up to date from the mailboxes: when they arrive, and when the feed may have lost something. Either
 * exactly what was missed, or an honest "I no longer know".
 */
@ApplicationScoped
public class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final Mailboxes mailboxes;
    private final SocketConfig config;
    private final SocketMetrics metrics;
    private final Clock clock;

    Arrivals(Mailboxes mailboxes, SocketConfig config, SocketMetrics metrics, Clock clock) {
        this.mailboxes = mailboxes;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Welcomes a session that is in the registry already, so that nothing falls between reading and listening. */
    public void welcome(Session session) {
        readThen(session, mail -> {
            Optional<Bookmark> bookmark = session.admission().bookmark();
            Optional<List<Push>> missed = bookmark.flatMap(mail::since);
            Bookmark from = missed.flatMap(known -> bookmark).orElseGet(mail::end);
            session.begin(from, mail.toBeAckedUpTo(from));
            session.say(Frames.welcome(session, missed.isPresent(), from, config, clock.instant()));
            if (session.admission().wantsToResume()) {
                metrics.resumed(missed.isPresent() ? "exact" : "reset");
                missed.ifPresentOrElse(known -> {}, () -> session.say(Frames.reset(reason(mail, bookmark))));
            }
            goOn(session, missed.orElseGet(List::of));
            session.wire().resume();
        });
    }

    /** Reads again what may have been published while nobody listened. */
    public void recover(Session session) {
        session.run(() -> {
            if (session.suspectGap()) {
                reread(session);
            }
        });
    }

    private void reread(Session session) {
        readThen(
                session,
                mail -> session.heard()
                        .flatMap(mail::since)
                        .ifPresentOrElse(
                                missed -> goOn(session, missed), () -> session.close(CloseReason.INSUFFICIENT_STATE)));
    }

    private void goOn(Session session, List<Push> missed) {
        if (session.catchUp(missed)) {
            reread(session);
        }
    }

    /** A mailbox that cannot be read closes the socket, as its client would wait for what never comes. */
    private void readThen(Session session, Consumer<Mail> action) {
        mailboxes
                .read(session.principal().recipients())
                .subscribe()
                .with(
                        mail -> session.run(() -> {
                            if (session.isOpen()) {
                                action.accept(mail);
                            }
                        }),
                        failure -> {
                            LOG.warnf("Mailbox of %s is out of reach: %s", session.id(), failure);
                            session.close(CloseReason.DEPENDENCY_DOWN);
                        });
    }

    private static String reason(Mail mail, Optional<Bookmark> bookmark) {
        return bookmark.map(b -> b.epoch().equals(mail.epoch()) ? "position-unknown" : "epoch-changed")
                .orElse("position-unreadable");
    }
}
