package io.sirenorder.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock of a program: UTC, in microseconds, so that a time comes back from PostgreSQL as it went in. */
class Clocks {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }
}
