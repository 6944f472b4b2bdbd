package io.sirenorder.coupon.loyalty;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One move of a buyer's balances and what they were after it; written once. */
@Entity
@Table(name = "loyalty_entries")
class LedgerEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String recipient;
    long number;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    long points;
    long stamps;
    long pointsAfter;
    long stampsAfter;
    String reference;
    Instant at;

    protected LedgerEntry() {}

    LedgerEntry(Account account, Movement movement, Instant at) {
        this.recipient = account.recipient;
        this.number = account.entries;
        this.kind = movement.kind();
        this.points = movement.points();
        this.stamps = movement.stamps();
        this.pointsAfter = account.points;
        this.stampsAfter = account.stamps;
        this.reference = movement.reference();
        this.at = at;
    }
}
