package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.StoreId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All stores. */
@ApplicationScoped
public class Stores implements PanacheRepositoryBase<Store, UUID> {

    public Uni<Store> get(StoreId id) {
        return findById(id.value()).onItem().ifNull().failWith(StoreUnknown::new);
    }

    /** For whoever means to change it. */
    Uni<Store> lock(StoreId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(StoreUnknown::new);
    }

    Uni<List<Store>> after(UUID id, int limit) {
        return find("id > ?1 order by id", id).range(0, limit - 1).list();
    }

    Uni<List<Store>> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** A till acknowledged an order again. */
    public Uni<Integer> forgive(StoreId id) {
        return update("unacknowledged = 0 where id = ?1 and unacknowledged > 0", id.value());
    }
}
