package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponEvent;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.coupon.code.CodeVault;
import io.sirenorder.coupon.code.CouponCode;
import io.sirenorder.coupon.time.ValidityClock;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The use cases of coupons. A change, its event and its timeline entry commit together or not at all. */
@ApplicationScoped
@WithTransaction
public class CouponDesk {
    private final Coupons coupons;
    private final CouponLog log;
    private final CodeVault vault;
    private final ValidityClock clock;
    private final CouponConfig config;

    CouponDesk(Coupons coupons, CouponLog log, CodeVault vault, ValidityClock clock, CouponConfig config) {
        this.coupons = coupons;
        this.log = log;
        this.vault = vault;
        this.clock = clock;
        this.config = config;
    }

    /** Makes the coupon with a new code. */
    public Uni<Coupon> issue(Issue issue) {
        return now().map(at -> Coupon.issue(issue, sealedCode(issue.id()), config.notices(), at))
                .call(coupons::persist)
                .chain(coupon -> log.add(coupon, coupon.published(), null, new Cause(issue.actor(), null)));
    }

    private SealedCode sealedCode(CouponId id) {
        CouponCode code = vault.draw();
        return new SealedCode(vault.hash(code), vault.seal(code, id));
    }

    /** Null when there is none. */
    public Uni<Coupon> find(CouponId id) {
        return coupons.findById(id.value());
    }

    /** Binds a code to its first registrar, the first of {@code holders}; its holder gets the same answer again. */
    Uni<Coupon> register(CouponCode code, List<Recipient> holders) {
        return coupons.lockedByCode(vault.hashes(code))
                .onItem()
                .ifNull()
                .failWith(CouponNotUsable::new)
                .chain(coupon -> coupon.isHeldBy(holders) && coupon.isFree()
                        ? Uni.createFrom().item(coupon)
                        : decide(coupon, null, Cause.BUYER, at -> coupon.register(holders.get(0), at)));
    }

    /** An operator revokes a coupon that was not paid for. */
    Uni<Coupon> revoke(CouponCode code, Cause because) {
        return coupons.lockedByCode(vault.hashes(code))
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .invoke(CouponDesk::checkUnpaid)
                .chain(coupon -> revoke(coupon, because));
    }

    /** The same by the coupon's id. */
    Uni<Coupon> revoke(CouponId id, Cause because) {
        return coupons.locked(id)
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .invoke(CouponDesk::checkUnpaid)
                .chain(coupon -> revoke(coupon, because));
    }

    private static void checkUnpaid(Coupon coupon) {
        if (coupon.origin == CouponOrigin.GIFT) {
            throw new CouponBelongsToGift();
        }
    }

    /** Takes back a coupon that is locked already. */
    public Uni<Coupon> revoke(Coupon coupon, Cause because) {
        return decide(coupon, null, because, at -> coupon.revoke(because.reason(), at));
    }

    /** The coupon of that code, if any of these holds it; null otherwise. */
    public Uni<Coupon> heldBy(List<Recipient> holders, CouponCode code) {
        return coupons.byCode(vault.hashes(code))
                .map(found -> found == null || !found.isHeldBy(holders) ? null : found);
    }

    /** Sets a coupon aside for exactly one order: of all who try, one succeeds. */
    public Uni<Coupon> reserve(CouponId id, OrderId order, List<Recipient> holders, Map<String, String> options) {
        return coupons.locked(id)
                .chain(coupon -> order.equals(coupon.orderId()) && coupon.isHeldBy(holders)
                        ? Uni.createFrom().item(coupon)
                        : decide(coupon, order, Cause.ORDER, at -> coupon.reserve(order, holders, options, at)));
    }

    /** The coupon that an order holds, unlocked; null when it holds none. */
    public Uni<Coupon> reservedFor(OrderId order) {
        return coupons.byOrder(order);
    }

    /** The coupon that an order holds, locked; null when it holds none. */
    public Uni<Coupon> lockedFor(OrderId order) {
        return coupons.lockedByOrder(order);
    }

    /** Null when there is none. */
    public Uni<Coupon> locked(CouponId id) {
        return coupons.locked(id);
    }

    /** Gives an order again what it held before, if that is still free; null when it is not. */
    public Uni<Coupon> reclaim(OrderId order, Map<String, String> options) {
        return coupons.onceReservedFor(order)
                .chain(id -> id == null ? Uni.createFrom().nullItem() : coupons.locked(id))
                .chain(coupon -> coupon == null || !coupon.isFree()
                        ? Uni.createFrom().nullItem()
                        : decide(coupon, order, Cause.ORDER, at -> coupon.reserveAgain(order, options, at)));
    }

    /** The order is there; the clock need not ask for it any more. */
    public Uni<Void> orderSeen(Coupon coupon) {
        return now().invoke(coupon::orderSeen).replaceWithVoid();
    }

    public Uni<Coupon> use(Coupon coupon) {
        return decide(coupon, coupon.orderId(), Cause.ORDER, coupon::use);
    }

    public Uni<Coupon> restore(Coupon coupon, Cause because) {
        return decide(
                coupon, coupon.orderId(), because, at -> coupon.restore(config.restoreGrace(), config.notices(), at));
    }

    public Uni<Coupon> expire(Coupon coupon) {
        return decide(coupon, null, Cause.CLOCK, coupon::expire);
    }

    /** Locked: gifts' coupons that were not used in time. They end together with their gift, whose money has to be settled. */
    public Uni<List<Coupon>> giftsOver(int limit) {
        return coupons.giftsOver(limit);
    }

    /** Orders that hold a coupon and of which no event came within {@code siren.coupons.reservation-patience}. */
    public Uni<List<OrderId>> unconfirmed(int limit) {
        return coupons.unconfirmed(config.reservationPatience(), limit);
    }

    Uni<Coupon> remind(Coupon coupon) {
        return decide(coupon, null, Cause.CLOCK, at -> coupon.remind(config.notices(), at));
    }

    private Uni<Coupon> decide(Coupon coupon, OrderId order, Cause because, Function<Instant, CouponEvent> decision) {
        return now().map(decision).chain(event -> log.add(coupon, event, order, because));
    }

    private Uni<Instant> now() {
        return Panache.getSession().chain(clock::now);
    }
}
