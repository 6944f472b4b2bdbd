package io.sirenorder.store.session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.merchant.EndedSession;
import io.sirenorder.kit.identity.EndedSessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Voids the access tokens of ended sessions in this replica. It polls merchant-service rather than consumes its feed, since
 * a feed is consumed by one replica, and a replica that starts has to know the ends of before. While merchant-service does
 * not answer, what is known stays, and tokens live at most until they expire.
 */
@ApplicationScoped
class EndedTokens {
    private static final Logger LOG = Logger.getLogger(EndedTokens.class);
    /** Transactions that commit later than they began are read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final EndedSessionsApi merchants;
    private final EndedSessions ended;
    private volatile Instant newest;
    private volatile boolean failing;

    EndedTokens(@RestClient EndedSessionsApi merchants, EndedSessions ended) {
        this.merchants = merchants;
        this.ended = ended;
    }

    @Scheduled(every = "${siren.sessions.ended-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return merchants
                .since(newest == null ? null : newest.minus(OVERLAP).toString())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(this::learn)
                .onFailure()
                .invoke(this::notice)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void learn(List<EndedSession> sessions) {
        sessions.forEach(session -> ended.end(session.merchantId().toString(), session.before(), session.sid()));
        sessions.stream().map(EndedSession::at).max(Instant::compareTo).ifPresent(at -> newest = at);
        failing = false;
    }

    private void notice(Throwable failure) {
        if (!failing) {
            LOG.warnf("Ended sessions are not known, asking again: %s", failure);
        }
        failing = true;
    }
}
