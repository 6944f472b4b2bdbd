package io.sirenorder.simulator.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** PortOne's clock, which can be set ahead or behind. */
public final class SimulatedClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    public void offset(Duration ahead) {
        offset = ahead;
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("PortOne answers in UTC");
    }
}
