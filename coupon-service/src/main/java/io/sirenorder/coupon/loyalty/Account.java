package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.Recipient;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The balances of one buyer; each move of them is an entry. */
@Entity
@Table(name = "loyalty_accounts")
class Account {
    @Id
    String recipient;

    long points;
    long stamps;
    long entries;

    long owedPoints;

    long owedStamps;

    protected Account() {}

    Account(Recipient recipient) {
        this.recipient = recipient.value();
    }

    /** Fails before a balance would get negative. */
    LedgerEntry move(Movement movement, Instant at) {
        long pointsAfter = Math.addExact(points, movement.points());
        long stampsAfter = Math.addExact(stamps, movement.stamps());
        if (pointsAfter < 0) {
            throw new InsufficientPoints(points);
        }
        if (stampsAfter < 0) {
            throw new NotEnoughStamps(stamps);
        }
        points = pointsAfter;
        stamps = stampsAfter;
        entries++;
        return new LedgerEntry(this, movement, at);
    }

    /** Notes what could not be taken back because it was spent. */
    void owe(long morePoints, long moreStamps) {
        owedPoints = Math.addExact(owedPoints, morePoints);
        owedStamps = Math.addExact(owedStamps, moreStamps);
    }

    /** Pays as much of what is owed as the balances allow; null where nothing is owed or there is nothing to pay with. */
    Movement offset(String reference) {
        long pointsPaid = Math.min(owedPoints, points);
        long stampsPaid = Math.min(owedStamps, stamps);
        if (pointsPaid == 0 && stampsPaid == 0) {
            return null;
        }
        owedPoints -= pointsPaid;
        owedStamps -= stampsPaid;
        return new Movement(EntryKind.OFFSET, -pointsPaid, -stampsPaid, reference);
    }

    Recipient recipient() {
        return new Recipient(recipient);
    }

    boolean isEmpty() {
        return points == 0 && stamps == 0 && owedPoints == 0 && owedStamps == 0;
    }
}
