package io.sirenorder.merchant.standing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreStandingChanged;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.MerchantView;
import io.sirenorder.merchant.registration.Merchants;
import io.sirenorder.merchant.registration.Standing;
import io.sirenorder.merchant.session.SessionEndDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Changes whether a store may sell: the standing, its event and its audit entry commit together. */
@ApplicationScoped
class StandingDesk {
    private final Merchants merchants;
    private final Outbox outbox;
    private final ChangeLog changes;
    private final SessionEndDesk sessions;
    private final Clock clock;

    StandingDesk(Merchants merchants, Outbox outbox, ChangeLog changes, SessionEndDesk sessions, Clock clock) {
        this.merchants = merchants;
        this.outbox = outbox;
        this.changes = changes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A change that one operator asks for. */
    record Move(Set<Standing> from, Standing to, String reason, String by) {}

    /** Repeating a change that is made already changes nothing. Closing a store ends all sessions of its merchant. */
    @WithTransaction
    Uni<MerchantView> change(MerchantId id, StoreId store, Move move) {
        return merchants
                .lock(id, store)
                .call(merchant ->
                        merchant.standing() == move.to() ? Uni.createFrom().voidItem() : change(merchant, move))
                .map(Merchant::view);
    }

    private Uni<Void> change(Merchant merchant, Move move) {
        Map<String, Object> before = facts(merchant.view());
        MerchantStoreStandingChanged changed = merchant.stand(move.from(), move.to(), move.reason(), clock.instant());
        return Panache.flush()
                .chain(() -> outbox.add(changed, merchant.version()))
                .chain(() -> changes.add(merchant.id().value(), "standing", move.by(), before, facts(merchant.view())))
                .chain(() -> move.to() == Standing.CLOSED
                        ? sessions.endAll(merchant.id())
                        : Uni.createFrom().voidItem());
    }

    private static Map<String, Object> facts(MerchantView merchant) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("standing", merchant.standing());
        facts.put("reason", merchant.reason());
        return facts;
    }
}
