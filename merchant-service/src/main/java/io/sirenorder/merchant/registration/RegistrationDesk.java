package io.sirenorder.merchant.registration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Registers merchants: three ids and the event, in one transaction. */
@ApplicationScoped
class RegistrationDesk {
    private final Merchants merchants;
    private final Outbox outbox;
    private final NewIds ids;
    private final RegistrationConfig config;
    private final Clock clock;

    RegistrationDesk(Merchants merchants, Outbox outbox, NewIds ids, RegistrationConfig config, Clock clock) {
        this.merchants = merchants;
        this.outbox = outbox;
        this.ids = ids;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with a broken constraint where one of the ids is taken; a further call draws others. */
    @WithTransaction
    Uni<Merchant> register(NewMerchant wish) {
        Instant now = clock.instant();
        Merchant merchant = new Merchant(ids, wish, config.approval().firstStanding(), now);
        return merchants
                .persist(merchant)
                .call(() -> outbox.add(merchant.registered(wish.store()), merchant.version()))
                .call(() -> merchant.standing() == Standing.ACTIVE
                        ? Uni.createFrom().voidItem()
                        : outbox.add(merchant.standingChanged(now), merchant.version()));
    }

    /** Fails with {@link HandleTaken} where another merchant has the handle. */
    Uni<Void> requireFree(String handle) {
        return handle == null
                ? Uni.createFrom().voidItem()
                : merchants.find(handle).map(found -> {
                    if (found.isPresent()) {
                        throw new HandleTaken();
                    }
                    return null;
                });
    }
}
