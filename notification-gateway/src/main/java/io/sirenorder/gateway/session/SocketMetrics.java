package io.sirenorder.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.gateway.CloseReason;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Meters of sockets and their messages. Those that alerts watch exist from the start, so that a first increment shows. */
@Startup
@Singleton
public class SocketMetrics {
    private static final String EXACT = "exact";
    private static final String RESET = "reset";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer lag;
    /** Counters by type of message. */
    private final Map<String, Counter> pushes = new ConcurrentHashMap<>();

    SocketMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lag = Timer.builder("siren.gateway.push.lag")
                .description("From the making of a message to its writing")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        for (CloseReason reason : CloseReason.values()) {
            closes(reason.code(), "server");
        }
        resumes(EXACT);
        resumes(RESET);
        ServerMessage.TYPES.forEach(this::pushes);
    }

    /** Begins to count handshakes with these results. */
    public void expect(Stream<String> results) {
        results.forEach(this::connects);
    }

    public void connected(String result) {
        connects(result).increment();
    }

    public void closed(int code, String by) {
        closes(code, by).increment();
    }

    /** A socket came back and was given what it had missed, or was told to load anew. */
    public void resumed(boolean isExact) {
        resumes(isExact ? EXACT : RESET).increment();
    }

    private Counter connects(String result) {
        return meters.counter("siren.gateway.connects", "result", result);
    }

    private Counter closes(int code, String by) {
        return meters.counter("siren.gateway.closes", "code", Integer.toString(code), "by", by);
    }

    private Counter resumes(String result) {
        return meters.counter("siren.gateway.resumes", "result", result);
    }

    private Counter pushes(String type) {
        return pushes.computeIfAbsent(type, any -> meters.counter("siren.gateway.pushes", "type", any));
    }

    void pushed(Push push) {
        pushes(push.type()).increment();
        lag.record(Duration.ofMillis(Math.max(0, clock.millis() - push.sentAt())));
    }
}
