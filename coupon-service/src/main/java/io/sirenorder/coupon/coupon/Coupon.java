package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponEvent.CouponExpired;
import io.sirenorder.contracts.coupon.CouponEvent.CouponExpiring;
import io.sirenorder.contracts.coupon.CouponEvent.CouponPublished;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRegistered;
import io.sirenorder.contracts.coupon.CouponEvent.CouponReserved;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRestored;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRevoked;
import io.sirenorder.contracts.coupon.CouponEvent.CouponUsed;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.coupon.CouponView;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.coupon.time.Validity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A promise of something from the menu, to one holder, until a day, for one order. */
@Entity
@Table(name = "coupons")
public class Coupon {
    @Id
    UUID couponId;

    byte[] codeHash;
    byte[] codeSealed;

    String menuItemId;
    String name;
    int quantity;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> options;

    long unitPriceKrw;

    @Enumerated(EnumType.STRING)
    CouponOrigin origin;

    @Enumerated(EnumType.STRING)
    CouponStatus status;

    String holder;
    UUID orderId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> orderOptions;

    Instant reservedAt;
    Instant orderSeenAt;
    Instant issuedAt;
    Instant expiresAt;
    Instant noticeAt;
    long version;

    protected Coupon() {}

    static Coupon issue(Issue issue, SealedCode code, List<Duration> leads, Instant at) {
        Coupon coupon = new Coupon();
        coupon.couponId = issue.id().value();
        coupon.codeHash = code.hash();
        coupon.codeSealed = code.sealed();
        coupon.menuItemId = issue.line().menuItemId().value();
        coupon.name = issue.line().name();
        coupon.quantity = issue.line().quantity();
        coupon.options =
                issue.line().options() == null ? Map.of() : issue.line().options();
        coupon.unitPriceKrw = issue.line().priceKrw().won();
        coupon.origin = issue.origin();
        coupon.status = issue.holder() == null ? CouponStatus.PUBLISHED : CouponStatus.REGISTERED;
        coupon.holder = issue.holder() == null ? null : issue.holder().value();
        coupon.issuedAt = at;
        coupon.expiresAt = issue.validFor().from(at);
        coupon.version = 1;
        coupon.noticeAt = ExpiryReminders.next(leads, at, coupon.expiresAt, at);
        return coupon;
    }

    CouponPublished published() {
        return new CouponPublished(view(), holder(), issuedAt);
    }

    CouponRegistered register(Recipient buyer, Instant at) {
        checkUsable(at);
        if (status != CouponStatus.PUBLISHED) {
            throw new CouponNotUsable(); // one that an order holds has its owner: only its order gives it back
        }
        moveTo(CouponStatus.REGISTERED);
        holder = buyer.value();
        return new CouponRegistered(view(), holder(), at);
    }

    /** For exactly this order; the holder has to be one of {@code holders}. */
    CouponReserved reserve(OrderId order, List<Recipient> holders, Map<String, String> chosen, Instant at) {
        checkUsable(at);
        if (!isHeldBy(holders)) {
            throw new CouponNotUsable();
        }
        return reserveAgain(order, chosen, at);
    }

    /** For an order that held it before and turned out to exist; its holder was checked then. */
    CouponReserved reserveAgain(OrderId order, Map<String, String> chosen, Instant at) {
        moveTo(CouponStatus.RESERVED);
        orderId = order.value();
        orderOptions = chosen;
        reservedAt = at;
        return new CouponReserved(view(), holder(), order, at);
    }

    /** The order exists: from now on it ends by what becomes of that. */
    void orderSeen(Instant at) {
        orderSeenAt = at;
    }

    /** Whether its order is known to exist. */
    public boolean isOrderSeen() {
        return orderSeenAt != null;
    }

    CouponUsed use(Instant at) {
        moveTo(CouponStatus.USED);
        return new CouponUsed(view(), holder(), orderId(), at);
    }

    /** Gives the coupon back after an order that came to nothing; one that ran out meanwhile lives {@code grace} longer. */
    CouponRestored restore(Duration grace, List<Duration> leads, Instant at) {
        moveTo(CouponStatus.REGISTERED);
        OrderId was = orderId();
        orderId = null;
        orderOptions = null;
        reservedAt = null;
        orderSeenAt = null;
        Instant least = at.plus(grace);
        expiresAt = expiresAt.isBefore(least) ? least : expiresAt;
        noticeAt = ExpiryReminders.next(leads, issuedAt, expiresAt, at);
        return new CouponRestored(view(), holder(), was, at);
    }

    CouponRevoked revoke(String reason, Instant at) {
        if (!status.next().contains(CouponStatus.REVOKED)) {
            throw new CouponNotRevocable(status);
        }
        moveTo(CouponStatus.REVOKED);
        return new CouponRevoked(view(), holder(), reason, at);
    }

    CouponExpiring remind(List<Duration> leads, Instant at) {
        version++;
        noticeAt = ExpiryReminders.next(leads, issuedAt, expiresAt, at);
        return new CouponExpiring(view(), holder(), at);
    }

    CouponExpired expire(Instant at) {
        moveTo(CouponStatus.EXPIRED);
        return new CouponExpired(view(), holder(), at);
    }

    private void moveTo(CouponStatus next) {
        if (!status.next().contains(next)) {
            throw new CouponNotUsable();
        }
        status = next;
        version++;
    }

    private void checkUsable(Instant at) {
        if (!at.isBefore(expiresAt)) {
            throw new CouponNotUsable();
        }
    }

    boolean wasPublishedAs(Publication wish, Validity validFor) {
        return menuItemId.equals(wish.menuItemId().value())
                && quantity == wish.quantity()
                && validFor.from(issuedAt).equals(expiresAt);
    }

    public boolean isHeldBy(List<Recipient> holders) {
        return holder != null && holders.contains(holder());
    }

    /** Whether it can be given to an order, but for the time. */
    public boolean isFree() {
        return status == CouponStatus.REGISTERED;
    }

    public boolean isUsed() {
        return status == CouponStatus.USED;
    }

    public boolean isReserved() {
        return status == CouponStatus.RESERVED;
    }

    public CouponId id() {
        return new CouponId(couponId);
    }

    Recipient holder() {
        return holder == null ? null : new Recipient(holder);
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public OrderId orderId() {
        return orderId == null ? null : new OrderId(orderId);
    }

    /** The item that it pays for, with the choices that its price was made of. */
    public OrderLine line() {
        return new OrderLine(new MenuItemId(menuItemId), name, quantity, options, Krw.of(unitPriceKrw));
    }

    /** The line that its order buys with it, at its face value. */
    public OrderLine orderedLine() {
        return new OrderLine(new MenuItemId(menuItemId), name, quantity, orderOptions, Krw.of(unitPriceKrw));
    }

    public CouponView view() {
        return new CouponView(
                id(),
                new MenuItemId(menuItemId),
                name,
                quantity,
                line().totalKrw(),
                origin,
                status.name(),
                issuedAt,
                expiresAt);
    }
}
