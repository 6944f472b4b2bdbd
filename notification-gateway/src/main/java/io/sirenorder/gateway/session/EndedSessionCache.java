package io.sirenorder.gateway.session;

import io.sirenorder.contracts.merchant.EndedSession;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The merchants' sessions that ended lately: whose access tokens are void though they have not expired. Each is kept for as
 * long as such a token could still be valid.
 */
@Singleton
public class EndedSessionCache {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    /** One of a merchant's sessions, or all of them if {@code sid} is null. */
    private record Subject(String merchant, String sid) {}

    private final Map<Subject, EndedSession> ended = new ConcurrentHashMap<>();
    private final Clock clock;

    EndedSessionCache(Clock clock) {
        this.clock = clock;
    }

    /** Adds what ended; repetitions are harmless. Forgets the oldest, and the excess over 10,000. */
    public void add(Collection<EndedSession> news) {
        news.forEach(end -> ended.merge(
                new Subject(end.merchantId().toString(), end.sid()),
                end,
                (known, newer) -> known.before().isAfter(newer.before()) ? known : newer));
        Instant oldest = clock.instant().minus(KEPT);
        ended.values().removeIf(end -> end.at().isBefore(oldest) || ended.size() > MOST);
    }

    /** Whether the token that this principal showed is void. */
    public boolean isEnded(Principal principal) {
        if (principal.kind() != SocketKind.MERCHANT || ended.isEmpty()) {
            return false;
        }
        EndedSession all = ended.get(new Subject(principal.subject(), null));
        return (principal.sid() != null && ended.containsKey(new Subject(principal.subject(), principal.sid())))
                || (all != null
                        && (principal.issuedAt() == null || principal.issuedAt().isBefore(all.before())));
    }
}
