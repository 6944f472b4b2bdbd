package io.sirenorder.store.order;

import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.TimelineEntry;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.Immutable;

/** One row of an order's timeline: written once, never changed. */
@Embeddable
@Immutable
class Step {
    /** The first step of an order that a till may be told of. */
    static final String PLACED = "placed";

    private String step;

    @Enumerated(EnumType.STRING)
    private Actor actor;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private Instant at;

    /** Of this step and all before it; null in steps from before hashes were kept. */
    private String hash;

    Step() {}

    Step(String step, Actor actor, Reason reason, Instant at) {
        this(step, actor, reason, at, null);
    }

    private Step(String step, Actor actor, Reason reason, Instant at, String hash) {
        this.step = step;
        this.actor = actor;
        this.reason = reason;
        this.at = at;
        this.hash = hash;
    }

    Step hashed(String withHash) {
        return new Step(step, actor, reason, at, withHash);
    }

    String name() {
        return step;
    }

    Actor actor() {
        return actor;
    }

    Reason reason() {
        return reason;
    }

    Instant at() {
        return at;
    }

    String hash() {
        return hash;
    }

    TimelineEntry entry() {
        return new TimelineEntry(
                step, actor.name().toLowerCase(Locale.ROOT), reason == null ? null : reason.name(), at);
    }

    Timeline.Entry hashedEntry() {
        TimelineEntry entry = entry();
        return new Timeline.Entry(entry.step(), entry.actor(), entry.reason(), entry.at(), hash);
    }
}
