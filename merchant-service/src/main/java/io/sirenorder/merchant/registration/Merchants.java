package io.sirenorder.merchant.registration;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Repository of merchants. */
@ApplicationScoped
@WithSession
public class Merchants implements PanacheRepositoryBase<Merchant, UUID> {

    public Uni<Optional<Merchant>> find(MerchantId id) {
        return findById(id.value()).map(Optional::ofNullable);
    }

    /** The merchant of that handle, in lower case. */
    public Uni<Optional<Merchant>> find(String handle) {
        return find("handle", handle).firstResult().map(Optional::ofNullable);
    }

    /** Reads a merchant for change, until the transaction ends. */
    public Uni<Merchant> lock(MerchantId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same; fails with {@link NotFound} unless the store is that merchant's. */
    public Uni<Merchant> lock(MerchantId id, StoreId store) {
        return lock(id).invoke(merchant -> {
            if (merchant == null || !merchant.storeId().equals(store)) {
                throw new NotFound();
            }
        });
    }

    public Uni<Merchant> ofStore(StoreId store) {
        return find("storeId", store.value()).singleResult();
    }
}
