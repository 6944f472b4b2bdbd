package io.sirenorder.merchant.recovery;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.merchant.registration.Merchants;
import io.sirenorder.merchant.session.BadCredentials;
import io.sirenorder.merchant.session.SessionEndDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Issues recovery codes, and replaces a password by one. */
@ApplicationScoped
class RecoveryDesk {
    private final Merchants merchants;
    private final RecoveryCodes codes;
    private final SessionEndDesk sessions;
    private final ChangeLog changes;

    RecoveryDesk(Merchants merchants, RecoveryCodes codes, SessionEndDesk sessions, ChangeLog changes) {
        this.merchants = merchants;
        this.codes = codes;
        this.sessions = sessions;
        this.changes = changes;
    }

    /** A code for a merchant, which only this answer shows. */
    @WithTransaction
    Uni<String> issue(MerchantId id, String by) {
        return merchants
                .lock(id)
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .chain(() -> codes.issue(id))
                .call(() -> changes.add(id.value(), "recovery-code", by, Map.of(), Map.of("issued", true)));
    }

    /** Uses the code and replaces the password, both or neither; all sessions end. */
    @WithTransaction
    Uni<Void> recover(String code, MerchantId id, String passwordHash) {
        return codes.use(code)
                .invoke(used -> {
                    if (!used) {
                        throw new BadCredentials();
                    }
                })
                .chain(() -> sessions.replacePassword(id, passwordHash, "recovery-code"));
    }
}
