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

/** What an order earned, once, and whether it was taken back; barred when its money was gone before it was finished. */
@Entity
@Table(name = "order_earnings")
class Earning {
    /** Where an earning stands. */
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

    static Earning of(OrderId order, Recipient buyer, Loyalty earned) {
        Earning earning = new Earning();
        earning.orderId = order.value();
        earning.recipient = buyer.value();
        earning.points = earned.points();
        earning.stamps = earned.stamps();
        earning.status = Status.EARNED;
        return earning;
    }

    static Earning barred(OrderId order) {
        Earning earning = new Earning();
        earning.orderId = order.value();
        earning.status = Status.BARRED;
        return earning;
    }

    Movement earned() {
        return new Movement(EntryKind.EARN, points, stamps, "order:" + orderId);
    }

    /** As much as is still there: what was spent meanwhile stays spent, and is written down as short. */
    Movement takeBack(Account account) {
        long pointsBack = Math.min(points, account.points);
        long stampsBack = Math.min(stamps, account.stamps);
        shortPoints = points - pointsBack;
        shortStamps = stamps - stampsBack;
        status = Status.TAKEN_BACK;
        return new Movement(EntryKind.REVERSE, -pointsBack, -stampsBack, "order:" + orderId);
    }

    boolean isEarned() {
        return status == Status.EARNED;
    }

    Recipient recipient() {
        return new Recipient(recipient);
    }
}
