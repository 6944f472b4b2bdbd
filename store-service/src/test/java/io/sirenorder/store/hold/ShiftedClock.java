package io.sirenorder.store.hold;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.sirenorder.feed.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The clock of a machine that is an hour off, in programs of their own: {@link Ahead} and {@link Behind} are their profiles. */
abstract class ShiftedClock extends Clock {
    private final Duration shift;

    private ShiftedClock(Duration shift) {
        this.shift = shift;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all times are UTC");
    }

    @Alternative
    @Singleton
    public static class HourAhead extends ShiftedClock {
        HourAhead() {
            super(Duration.ofHours(1));
        }
    }

    @Alternative
    @Singleton
    public static class HourBehind extends ShiftedClock {
        HourBehind() {
            super(Duration.ofHours(-1));
        }
    }

    /** The time that the program's own work is told when it begins. */
    @Alternative
    @ApplicationScoped
    public static class FirstMoment {
        private static volatile Duration off;

        void begin(@Observes StartupEvent start, DatabaseClock clock) {
            off = Duration.between(Instant.now(), clock.now()).abs();
        }

        /** Difference to the true time. */
        static Duration off() {
            return off;
        }
    }

    public static class Behind implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HourBehind.class, FirstMoment.class);
        }
    }

    public static class Ahead implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HourAhead.class, FirstMoment.class);
        }
    }
}
