package io.sirenorder.coupon.loyalty;

import jakarta.annotation.Nullable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One move of a buyer's balances, with the balances after it; never changed. */
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

    private boolean isOwnMove() {
        return kind == EntryKind.MOVE_IN || kind == EntryKind.MOVE_OUT;
    }

    EntryView view() {
        return new EntryView(id, kind, points, stamps, isOwnMove() ? null : reference, at);
    }

    /**
     * An entry as its buyer sees it.
     *
     * @param points negative where they were taken
     * @param reference {@code order:ID}, {@code checkout:ID} or {@code coupon:ID}; null for moves between two addresses of one buyer
     */
    @Schema(name = "LoyaltyEntry")
    record EntryView(
            @Schema(required = true) long entryId,
            @Schema(required = true) EntryKind kind,
            @Schema(required = true) long points,
            @Schema(required = true) long stamps,
            @Nullable String reference,
            @Schema(required = true) Instant at) {}
}
