package io.sirenorder.merchant.registration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Registers merchants: three ids and the event, in one transaction. */
@ApplicationScoped
class RegistrationDesk {
    private final Merchants merchants;
    private final Outbox outbox;
    private final NewIds ids;
    private final Clock clock;

    RegistrationDesk(Merchants merchants, Outbox outbox, NewIds ids, Clock clock) {
        this.merchants = merchants;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fails with a broken constraint where one of the ids is taken; a further call draws others. */
    @WithTransaction
    Uni<Merchant> register(String passwordHash, StoreProfile store) {
        Merchant merchant = new Merchant(ids, passwordHash, clock.instant());
        return merchants.persist(merchant).call(() -> outbox.add(merchant.registered(store), merchant.version()));
    }
}
