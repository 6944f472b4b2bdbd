package io.sirenorder.merchant.session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.merchant.EndedSession;
import io.sirenorder.kit.identity.EndedSessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Voids the access tokens of ended sessions in this replica. It polls rather than consumes the feed, since a feed is consumed by
 * one replica, and a replica that starts has to know the ends of before.
 */
@ApplicationScoped
class OwnEndedSessions {
    /** Transactions that commit later than they began are read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final EndedSessionList list;
    private final EndedSessions ended;
    private Instant last = Instant.EPOCH;

    OwnEndedSessions(EndedSessionList list, EndedSessions ended) {
        this.list = list;
        this.ended = ended;
    }

    @Scheduled(every = "${siren.sessions.ended-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return list.since(last.equals(Instant.EPOCH) ? last : last.minus(OVERLAP))
                .invoke(sessions -> sessions.forEach(this::end))
                .replaceWithVoid();
    }

    private void end(EndedSession session) {
        ended.end(session.merchantId().toString(), session.before(), session.sid());
        last = session.at().isAfter(last) ? session.at() : last;
    }
}
