package io.sirenorder.merchant.standing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantStoreAccountChanged;
import io.sirenorder.feed.audit.ChangeLog;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.merchant.registration.Merchant;
import io.sirenorder.merchant.registration.MerchantView;
import io.sirenorder.merchant.registration.Merchants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;

/** Names the account at PortOne that a store is paid into: the code, its event and its audit entry commit together. */
@ApplicationScoped
class PaymentAccountDesk {
    private final Merchants merchants;
    private final Outbox outbox;
    private final ChangeLog changes;
    private final Clock clock;

    PaymentAccountDesk(Merchants merchants, Outbox outbox, ChangeLog changes, Clock clock) {
        this.merchants = merchants;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Naming the same account again logs nothing and tells it once more: an earlier release of store-service passes over
     * what it does not know.
     */
    @WithTransaction
    Uni<MerchantView> name(MerchantId id, StoreId store, String code, String by) {
        return merchants
                .lock(id, store)
                .call(merchant -> name(merchant, code, by))
                .map(Merchant::view);
    }

    private Uni<Void> name(Merchant merchant, String code, String by) {
        Map<String, Object> before = facts(merchant);
        MerchantStoreAccountChanged changed = merchant.payInto(code, clock.instant());
        return Panache.flush()
                .chain(() -> outbox.add(changed, merchant.version()))
                .chain(() ->
                        changes.addDifference(merchant.id().value(), "payment-account", by, before, facts(merchant)));
    }

    private static Map<String, Object> facts(Merchant merchant) {
        return Collections.singletonMap("code", merchant.view().accountCode());
    }
}
