package io.sirenorder.payment.checkout;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** The times at which a checkout is looked up at PortOne without a webhook: often while it is open, ever more rarely after. */
@Embeddable
class LookUpSchedule {
    private static final Duration AFTER_EXPIRY = Duration.ofMinutes(1);
    private static final Duration LAST = Duration.ofHours(24);
    private static final int GROWTH = 4;
    private static final int MAX_LOOKS = 8;

    private Instant lookAt;
    private int looks;

    protected LookUpSchedule() {}

    static LookUpSchedule none() {
        return new LookUpSchedule();
    }

    static LookUpSchedule from(Instant first) {
        LookUpSchedule lookUps = new LookUpSchedule();
        lookUps.lookAt = first;
        return lookUps;
    }

    void end() {
        lookAt = null;
    }

    void expired(Instant at) {
        looks = 0;
        lookAt = lookAt == null ? null : at.plus(AFTER_EXPIRY);
    }

    /** Schedules the next look-up after one that found no payment, or none when the interval has grown too long. */
    void inVain(boolean isOpen, Duration interval, Instant at) {
        looks++;
        Duration next = isOpen ? interval : interval.multipliedBy((long) Math.pow(GROWTH, Math.min(looks, MAX_LOOKS)));
        lookAt = next.compareTo(LAST) > 0 ? null : at.plus(next);
    }

    /** Repeats a look-up that got no answer, and so found nothing out, after the pause. */
    void unanswered(Duration pause, Instant at) {
        looks = Math.max(0, looks - 1);
        lookAt = at.plus(pause);
    }
}
