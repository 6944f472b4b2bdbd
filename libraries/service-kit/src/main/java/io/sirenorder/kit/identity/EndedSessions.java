package io.sirenorder.kit.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sessions of merchants that ended before their access tokens expired. A listener to merchant-service's events fills it;
 * every token is held against it. In memory, for as long as an access token lives; an event may be told again.
 */
@Singleton
public class EndedSessions {
    private static final Logger LOG = Logger.getLogger(EndedSessions.class);
    /** The life of a merchant's access token, and the clocks' difference. */
    private static final Duration LIFE = Duration.ofMinutes(16);

    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<String, Instant> bySubject = new ConcurrentHashMap<>();
    private final Map<String, Instant> bySession = new ConcurrentHashMap<>();

    EndedSessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Ends one session, or all of a merchant's.
     *
     * @param subject the merchant's id, as it stands in {@code sub}
     * @param before access tokens with an earlier {@code iat} are void
     * @param session the {@code sid} that ended, with all of its tokens; null for all of the merchant's
     */
    public void end(String subject, Instant before, String session) {
        if (before.isBefore(clock.instant().minus(LIFE))) {
            return;
        }
        makeRoom(session == null ? bySubject : bySession)
                .merge(session == null ? subject : session, before, EndedSessions::later);
    }

    int size() {
        return bySubject.size() + bySession.size();
    }

    boolean isEnded(VerifiedToken token) {
        if (!token.role().equals(Roles.MERCHANT)) {
            return false;
        }
        Instant before = bySubject.get(token.subject());
        String session = token.text("sid");
        return (before != null && token.issuedAt().isBefore(before))
                || (session != null && bySession.containsKey(session));
    }

    /** More than the limit within a token's life is no traffic of merchants; half of them are then forgotten, which their expiry bounds. */
    private Map<String, Instant> makeRoom(Map<String, Instant> ended) {
        if (ended.size() >= MOST) {
            Instant oldest = clock.instant().minus(LIFE);
            ended.values().removeIf(before -> before.isBefore(oldest));
        }
        if (ended.size() >= MOST) {
            LOG.errorf("ALARM: %d sessions ended within %s; half of them are forgotten", ended.size(), LIFE);
            ended.keySet().stream().limit(MOST / 2).toList().forEach(ended::remove);
        }
        return ended;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
