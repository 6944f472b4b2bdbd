package io.sirenorder.coupon.gift;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.page.PagePosition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All gifts. Who changes one locks its coupon first, then the gift. */
@ApplicationScoped
class Gifts implements PanacheRepositoryBase<Gift, UUID> {
    /** Null when there is none. */
    Uni<Gift> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Newest first. */
    Uni<List<Gift>> box(GiftSide side, List<Recipient> who, PagePosition after, int limit) {
        String query = side.column() + """
                 in :who and (sentAt < :at or (sentAt = :at and giftId < :id))
                order by sentAt desc, giftId desc""";
        List<String> values = who.stream().map(Recipient::value).toList();
        return find(query, Map.of("who", values, "at", after.at(), "id", after.id()))
                .page(0, limit)
                .list();
    }
}
