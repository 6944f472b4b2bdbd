package io.sirenorder.store.order;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/** The part of an order that begins when it is ready: collected by its buyer, or unclaimed. */
@Embeddable
class Handover {
    /** Number of wrong codes after which none is looked at for {@link #CODE_PAUSE}. */
    static final int MOST_TRIES = 5;

    static final Duration CODE_PAUSE = Duration.ofMinutes(10);

    private Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private CollectionStatus collection;

    private Instant collectedAt;
    private Integer unclaimedAfterMinutes;
    private Instant dayEndsAt;
    private String pickupCode;
    private int codeTries;
    private Instant codeTriedAt;

    /** Time of the next action on the finished order that no client causes; null for none. */
    private Instant collectionDueAt;

    Handover() {}

    /**
     * Fixes when the order is placed how it will be handed over.
     *
     * @param unclaimedAfterMinutes of its store, or null for the house's
     * @param dayEndsAt end of the trading day
     * @param pickupCode four digits that the buyer has to show, or null
     */
    Handover(Integer unclaimedAfterMinutes, Instant dayEndsAt, String pickupCode) {
        this.unclaimedAfterMinutes = unclaimedAfterMinutes;
        this.dayEndsAt = dayEndsAt;
        this.pickupCode = pickupCode;
    }

    void begin(Instant at) {
        finishedAt = at;
        collection = CollectionStatus.AWAITED;
    }

    void collected(Instant at) {
        collection = CollectionStatus.COLLECTED;
        collectedAt = at;
    }

    void unclaimed() {
        collection = CollectionStatus.UNCLAIMED;
    }

    boolean isOpen() {
        return collection == CollectionStatus.AWAITED || collection == CollectionStatus.UNCLAIMED;
    }

    /** Whether the code is right; a wrong one is counted. */
    boolean accepts(String code, Instant at) {
        if (pickupCode == null || pickupCode.equals(code)) {
            return true;
        }
        codeTries = pauseIsOver(at) ? 1 : codeTries + 1;
        codeTriedAt = at;
        return false;
    }

    /** Whether too many wrong codes came lately. */
    boolean codesAreRefused(Instant at) {
        return codeTries >= MOST_TRIES && !pauseIsOver(at);
    }

    private boolean pauseIsOver(Instant at) {
        return codeTriedAt != null && !codeTriedAt.plus(CODE_PAUSE).isAfter(at);
    }

    Instant finishedAt() {
        return finishedAt;
    }

    CollectionStatus collection() {
        return collection;
    }

    Instant collectedAt() {
        return collectedAt;
    }

    String pickupCode() {
        return pickupCode;
    }

    Instant dueAt() {
        return collectionDueAt;
    }

    void dueAt(Instant at) {
        collectionDueAt = at;
    }

    /** Time from which it counts as unclaimed. */
    Instant unclaimedAt(Duration houses) {
        return finishedAt.plus(unclaimedAfterMinutes == null ? houses : Duration.ofMinutes(unclaimedAfterMinutes));
    }

    /** Time at which it is closed: the end of the trading day, and not before it is unclaimed. */
    Instant closesAt(Duration houses) {
        Instant unclaimed = unclaimedAt(houses);
        return dayEndsAt == null || dayEndsAt.isBefore(unclaimed) ? unclaimed : dayEndsAt;
    }
}
