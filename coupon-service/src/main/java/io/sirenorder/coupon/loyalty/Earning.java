package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Points and stamps that one order earned, once; barred where its money went back before it was finished. */
@Entity
@Table(name = "order_earnings")
class Earning {
    /** The status of an earning. */
    enum Status {
        EARNED,
        TAKEN_BACK,
        BARRED
    }

    @Id
    UUID orderId;

    String recipient;
    long points;
    long stamps;

    @Enumerated(EnumType.STRING)
    Status status;

    long shortPoints;
    long shortStamps;

    protected Earning() {}

    static Earning barred(OrderId order) {
        Earning earning = new Earning();
        earning.orderId = order.value();
        earning.status = Status.BARRED;
        return earning;
    }

    static Movement movement(OrderId order, Loyalty granted) {
        return new Movement(EntryKind.EARN, granted.points(), granted.stamps(), "order:" + order.value());
    }

    /** Takes back as much as is still there; the account owes the rest. */
    Movement takeBack(Account account) {
        long pointsBack = Math.min(points, account.points);
        long stampsBack = Math.min(stamps, account.stamps);
        shortPoints = points - pointsBack;
        shortStamps = stamps - stampsBack;
        status = Status.TAKEN_BACK;
        account.owe(shortPoints, shortStamps);
        return new Movement(EntryKind.REVERSE, -pointsBack, -stampsBack, "order:" + orderId);
    }

    boolean isMoreThan(Loyalty left) {
        return points > left.points() || stamps > left.stamps();
    }

    /** Takes back what goes beyond that as far as it is still there; the account owes the rest. */
    Movement reduce(Loyalty left, long version, Account account) {
        long pointsOff = Math.max(points - left.points(), 0);
        long stampsOff = Math.max(stamps - left.stamps(), 0);
        long pointsBack = Math.min(pointsOff, account.points);
        long stampsBack = Math.min(stampsOff, account.stamps);
        points -= pointsOff;
        stamps -= stampsOff;
        account.owe(pointsOff - pointsBack, stampsOff - stampsBack);
        return new Movement(EntryKind.REVERSE, -pointsBack, -stampsBack, "order:" + orderId + ":" + version);
    }

    boolean isEarned() {
        return status == Status.EARNED;
    }

    Recipient recipient() {
        return new Recipient(recipient);
    }
}
