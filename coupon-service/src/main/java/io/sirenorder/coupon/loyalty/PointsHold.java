package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.PointsReservation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Points set aside for a checkout: spent when it becomes something, back when it does not. */
@Entity
@Table(name = "points_reservations")
class PointsHold {
    /** The status of reserved points. */
    enum Status {
        RESERVED,
        SPENT,
        RETURNED
    }

    @Id
    UUID checkoutId;

    String recipient;
    long points;
    long returned;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant until;
    Instant reservedAt;

    /** Whether the order or gift that they paid for has ended. */
    boolean ended;

    protected PointsHold() {}

    static PointsHold of(CheckoutId checkout, PointsReservation wish, Account account, Instant at) {
        PointsHold hold = new PointsHold();
        hold.checkoutId = checkout.value();
        hold.recipient = account.recipient;
        hold.points = wish.points();
        hold.status = Status.RESERVED;
        hold.until = wish.until();
        hold.reservedAt = at;
        return hold;
    }

    Movement taken() {
        return Movement.ofPoints(EntryKind.RESERVE, -points, reference());
    }

    Movement takenAgain() {
        status = Status.RESERVED;
        returned = 0;
        return taken();
    }

    void spend() {
        status = status == Status.RESERVED ? Status.SPENT : status;
    }

    /** Returns that part of the points, rounded down. */
    Movement giveBack(Percent percent) {
        returned = percent.of(points);
        status = Status.RETURNED;
        return Movement.ofPoints(EntryKind.RELEASE, returned, reference());
    }

    boolean isReserved() {
        return status == Status.RESERVED;
    }

    boolean isReturned() {
        return status == Status.RETURNED;
    }

    /** Ends them for good, since what they paid for has ended: they are not set aside again. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether they went back although what they are to pay for has not ended: its payment came late. */
    boolean wentBackEarly() {
        return isReturned() && !ended;
    }

    Recipient recipient() {
        return new Recipient(recipient);
    }

    private String reference() {
        return "checkout:" + checkoutId;
    }

    HeldPoints view() {
        return new HeldPoints(new CheckoutId(checkoutId), points, returned, status);
    }

    /** The hold in an answer to payment-service. */
    record HeldPoints(CheckoutId checkoutId, long points, long returned, Status status) {}
}
