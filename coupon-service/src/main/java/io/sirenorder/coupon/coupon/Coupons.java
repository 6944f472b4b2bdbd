package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.page.PagePosition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All coupons. What is to be changed is read for update. */
@ApplicationScoped
class Coupons implements PanacheRepositoryBase<Coupon, UUID> {
    private static final String DUE = """
            SELECT coupon_id FROM coupons WHERE status = 'REGISTERED' AND notice_at <= now()
            ORDER BY notice_at LIMIT :limit FOR UPDATE SKIP LOCKED""";
    private static final String OVER = """
            SELECT coupon_id FROM coupons WHERE status IN ('PUBLISHED', 'REGISTERED') AND origin <> 'GIFT' AND expires_at <= now()
            ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED""";
    private static final String GIFTS_OVER = """
            SELECT coupon_id FROM coupons WHERE status = 'REGISTERED' AND origin = 'GIFT' AND expires_at <= now()
            ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED""";
    private static final String UNCONFIRMED = """
            SELECT order_id FROM coupons WHERE status = 'RESERVED' AND order_seen_at IS NULL
            AND reserved_at <= now() - cast(:seconds AS double precision) * interval '1 second' ORDER BY reserved_at LIMIT :limit""";
    private static final String ONCE_RESERVED =
            "SELECT coupon_id FROM coupon_timeline WHERE order_id = :order AND step = 'reserved' ORDER BY id DESC LIMIT 1";

    /** Null when there is none. */
    Uni<Coupon> locked(CouponId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Coupon> lockedByCode(List<byte[]> hashes) {
        return find("codeHash in ?1", hashes)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Coupon> byCode(List<byte[]> hashes) {
        return find("codeHash in ?1", hashes).firstResult();
    }

    Uni<Coupon> lockedByOrder(OrderId order) {
        return find("orderId", order.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Coupon> byOrder(OrderId order) {
        return find("orderId", order.value()).firstResult();
    }

    /** The coupon that an order held once and holds no more, to be locked by who means to change it; null when none did. */
    Uni<CouponId> onceReservedFor(OrderId order) {
        return getSession()
                .chain(session -> session.createNativeQuery(ONCE_RESERVED, UUID.class)
                        .setParameter("order", order.value())
                        .getSingleResultOrNull())
                .map(id -> id == null ? null : new CouponId(id));
    }

    Uni<List<Coupon>> dueForNotice(int limit) {
        return claimed(DUE, limit);
    }

    Uni<List<Coupon>> over(int limit) {
        return claimed(OVER, limit);
    }

    Uni<List<Coupon>> giftsOver(int limit) {
        return claimed(GIFTS_OVER, limit);
    }

    /** Two steps, because what a statement gives back is planned once: a new column must not change it. */
    private Uni<List<Coupon>> claimed(String sql, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(sql, UUID.class)
                        .setParameter("limit", limit)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("couponId in ?1", ids));
    }

    Uni<List<OrderId>> unconfirmed(Duration patience, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(UNCONFIRMED, UUID.class)
                        .setParameter("seconds", (double) patience.toSeconds())
                        .setParameter("limit", limit)
                        .getResultList())
                .map(orders -> orders.stream().map(OrderId::new).toList());
    }

    /** Newest first. */
    Uni<List<Coupon>> box(List<Recipient> holders, Set<CouponStatus> statuses, PagePosition after, int limit) {
        return find(
                        """
                        holder in :holders and status in :statuses
                        and (issuedAt < :at or (issuedAt = :at and couponId < :id))
                        order by issuedAt desc, couponId desc""",
                        Map.of(
                                "holders",
                                holders.stream().map(Recipient::value).toList(),
                                "statuses",
                                statuses,
                                "at",
                                after.at(),
                                "id",
                                after.id()))
                .page(0, limit)
                .list();
    }

    /** Of all holders, newest first; of any item where {@code item} is null. */
    Uni<List<Coupon>> all(Set<CouponStatus> statuses, MenuItemId item, PagePosition after, int limit) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("statuses", statuses, "at", after.at(), "id", after.id()));
        if (item != null) {
            parameters.put("item", item.value());
        }
        return find(
                        "status in :statuses and (issuedAt < :at or (issuedAt = :at and couponId < :id))"
                                + (item == null ? "" : " and menuItemId = :item")
                                + " order by issuedAt desc, couponId desc",
                        parameters)
                .page(0, limit)
                .list();
    }

    Uni<List<CouponStep>> timeline(CouponId id) {
        return getSession()
                .chain(session -> session.createQuery(
                                "from CouponStep where couponId = :id order by version", CouponStep.class)
                        .setParameter("id", id.value())
                        .getResultList());
    }
}
