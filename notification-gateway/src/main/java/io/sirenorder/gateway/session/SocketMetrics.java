package io.sirenorder.gateway.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Meters of sockets and their messages. */
@ApplicationScoped
public class SocketMetrics {
    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer lag;

    SocketMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lag = Timer.builder("siren.gateway.push.lag")
                .description("From the making of a message to its writing")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    public void connected(String result) {
        meters.counter("siren.gateway.connects", "result", result).increment();
    }

    public void closed(int code, String by) {
        meters.counter("siren.gateway.closes", "code", Integer.toString(code), "by", by)
                .increment();
    }

    public void resumed(String result) {
        meters.counter("siren.gateway.resumes", "result", result).increment();
    }

    void pushed(Push push) {
        meters.counter("siren.gateway.pushes", "type", push.type()).increment();
        lag.record(Duration.ofMillis(Math.max(0, clock.instant().toEpochMilli() - push.sentAt())));
    }
}
