package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.SimulatedClock;
import io.sirenorder.simulator.web.Answer;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Answers kept for three hours, so that a call repeated under its key is not acted on twice. */
final class IdempotencyKeys {
    private static final Logger LOG = System.getLogger(IdempotencyKeys.class.getName());
    private static final Duration KEPT_FOR = Duration.ofHours(3);
    private static final Pattern QUOTED = Pattern.compile("\"[ !#-\\[\\]-~]{16,256}\"");

    private final SimulatedClock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, String> running = new HashMap<>();

    private record Kept(String request, Answer answer, Instant until) {}

    IdempotencyKeys(SimulatedClock clock) {
        this.clock = clock;
    }

    /**
     * Runs the call once per key. What PortOne does about a key that comes back with another request is not known: it is
     * logged, and the first answer is given.
     */
    Supplier<Future<Answer>> guard(Optional<String> header, String request, Supplier<Future<Answer>> action) {
        return header.isEmpty() ? action : () -> once(valid(header.get()), request, action);
    }

    private Future<Answer> once(String key, String request, Supplier<Future<Answer>> action) {
        forgetOld();
        String known =
                running.getOrDefault(key, kept.containsKey(key) ? kept.get(key).request() : request);
        if (!known.equals(request)) {
            LOG.log(Logger.Level.WARNING, "An idempotency key came back with another request: {0}", request);
        }
        if (running.containsKey(key)) {
            throw outstanding();
        }
        return kept.containsKey(key) ? Future.succeededFuture(kept.get(key).answer()) : run(key, request, action);
    }

    private Future<Answer> run(String key, String request, Supplier<Future<Answer>> action) {
        running.put(key, request);
        return action.get().onSuccess(answer -> keep(key, request, answer)).onComplete(done -> running.remove(key));
    }

    private void keep(String key, String request, Answer answer) {
        if (answer.settled()) {
            kept.put(key, new Kept(request, answer, clock.instant().plus(KEPT_FOR)));
        }
    }

    private void forgetOld() {
        Instant now = clock.instant();
        var oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().until().isBefore(now)) {
            oldestFirst.remove();
        }
    }

    static V2Problem outstanding() {
        return new V2Problem(409, "IDEMPOTENCY_OUTSTANDING_REQUEST", "a request with this key is still running");
    }

    private static String valid(String header) {
        if (!QUOTED.matcher(header).matches()) {
            throw V2Problem.invalid("Idempotency-Key is a quoted text of 16 to 256 ASCII characters");
        }
        return header;
    }
}
