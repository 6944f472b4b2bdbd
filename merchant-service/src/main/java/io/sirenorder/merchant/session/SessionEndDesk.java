package io.sirenorder.merchant.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantSessionsEnded;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.kit.problem.Unauthorized;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.Merchants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends sessions: refresh tokens at once, access tokens and sockets by the event, in one transaction each. */
@ApplicationScoped
public class SessionEndDesk {
    private static final String REVOKE_ONE = """
            UPDATE refresh_tokens SET revoked_at = now()
            WHERE merchant_id = :merchant AND family = :sid AND revoked_at IS NULL
            """;
    private static final String REVOKE_ALL =
            "UPDATE refresh_tokens SET revoked_at = now() WHERE merchant_id = :merchant AND revoked_at IS NULL";
    private static final String NOTE = """
            INSERT INTO ended_sessions (merchant_id, sid, before)
            VALUES (:merchant, cast(cast(:sid AS text) AS uuid), :before)
            """;

    private final Merchants merchants;
    private final Outbox outbox;
    private final ChangeLog changes;
    private final Clock clock;

    SessionEndDesk(Merchants merchants, Outbox outbox, ChangeLog changes, Clock clock) {
        this.merchants = merchants;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** Ends one session; repeating it changes nothing. */
    @WithTransaction
    public Uni<Void> end(MerchantId id, UUID sid) {
        return merchants
                .lock(id)
                .chain(merchant -> statement(REVOKE_ONE, id)
                        .chain(revocation -> revocation.setParameter("sid", sid).executeUpdate())
                        .chain(revoked -> revoked == 0
                                ? Uni.createFrom().voidItem()
                                : tell(merchant, merchant.endSession(sid, clock.instant()))));
    }

    /** Ends all sessions of a merchant; a token of an unknown merchant is {@link Unauthorized}. */
    @WithTransaction
    public Uni<Void> endAll(MerchantId id) {
        return merchants
                .lock(id)
                .onItem()
                .ifNull()
                .failWith(Unauthorized::new)
                .chain(merchant -> revokeAll(merchant, merchant.endSessions(clock.instant())));
    }

    /** Gives a merchant another password and ends all their sessions; {@code by} is who did, for the audit log. */
    @WithTransaction
    public Uni<Void> replacePassword(MerchantId id, String passwordHash, String by) {
        return merchants
                .lock(id)
                .chain(merchant -> revokeAll(merchant, merchant.replacePassword(passwordHash, clock.instant())))
                .chain(() -> changes.add(id.value(), "password", by, Map.of(), Map.of("replaced", true)));
    }

    private Uni<Void> revokeAll(Merchant merchant, MerchantSessionsEnded ended) {
        return statement(REVOKE_ALL, merchant.id())
                .chain(Mutiny.MutationQuery::executeUpdate)
                .chain(() -> tell(merchant, ended));
    }

    private Uni<Void> tell(Merchant merchant, MerchantSessionsEnded ended) {
        return statement(NOTE, merchant.id())
                .chain(note -> note.setParameter("sid", ended.sid())
                        .setParameter("before", ended.before())
                        .executeUpdate())
                .chain(Panache::flush)
                .chain(() -> outbox.add(ended, merchant.version()));
    }

    private static Uni<Mutiny.MutationQuery> statement(String sql, MerchantId merchant) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql).setParameter("merchant", merchant.value()));
    }
}
