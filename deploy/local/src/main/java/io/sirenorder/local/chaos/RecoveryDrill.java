package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The rehearsal of recovery: faults strike one by one under load. Within seconds of the moment
 * when all programs are ready again, orders reach their till in time and a gift that was paid just before is told; at the end
 * nothing is lost, doubled or left over.
 */
public final class RecoveryDrill {
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final Duration FREEZE = Duration.ofSeconds(15);
    private static final List<String> PROGRAMS =
            List.of("store-service", "coupon-service", "payment-service", "merchant-service", "notification-gateway");

    private final StateDirectory state;
    private final PrintStream out;
    private final Victims victims;
    private final Duration bound;

    public RecoveryDrill(StateDirectory state, PrintStream out, Duration bound) {
        this.state = state;
        this.out = out;
        this.victims = new Victims(state);
        this.bound = bound;
    }

    /** Whether service came back in time after each fault, and every invariant holds. */
    public boolean play(long seed) {
        List<String> late = new ArrayList<>();
        try (Traffic traffic = new Traffic(victims, new SplittableRandom(seed));
                Probe probe = new Probe(victims)) {
            traffic.start();
            if (probe.served(Instant.now().plus(WARM_UP)) == null) {
                throw new IllegalStateException("no service before any fault");
            }
            strikes().forEach((name, strike) -> late.addAll(recover(probe, name, strike)));
            traffic.stop();
            out.println(traffic.summary());
            List<Till> tills = Stream.concat(traffic.tills().stream(), Stream.of(probe.till()))
                    .toList();
            return new Settling(state, out).broken(tills, late).isEmpty();
        }
    }

    private Map<String, Runnable> strikes() {
        Map<String, Runnable> strikes = new LinkedHashMap<>();
        PROGRAMS.forEach(program -> strikes.put(program + " killed", () -> victims.kill(program)));
        strikes.put("store-service frozen", () -> victims.freeze("store-service", FREEZE));
        strikes.put("redis killed", () -> victims.kill("redis"));
        strikes.put("postgres killed", () -> victims.kill("postgres"));
        strikes.put("all programs killed", () -> PROGRAMS.forEach(victims::kill));
        return strikes;
    }

    /** One line for each promise that was not kept. */
    private List<String> recover(Probe probe, String name, Runnable strike) {
        String gift = probe.give();
        strike.run();
        Instant begin = Instant.now();
        Instant limit = begin.plus(WARM_UP);
        CompletableFuture<Instant> isReady = CompletableFuture.supplyAsync(() -> victims.ready(limit));
        Instant served = probe.served(limit);
        Instant told = probe.told(gift, limit);
        Instant ready = isReady.join();
        String figures = "%s: all programs are ready after%s, orders in time again after%s, the gift is told after%s"
                .formatted(name, after(begin, ready), after(begin, served), after(begin, told));
        out.println("  " + figures);
        return ready != null && isInTime(ready, served) && isInTime(ready, told)
                ? List.of()
                : List.of(figures + "; the bound is " + bound.toSeconds() + " s from ready on");
    }

    private boolean isInTime(Instant ready, Instant end) {
        return end != null && !end.isAfter(ready.plus(bound));
    }

    /** A gift may be told before a frozen program goes on. */
    private static String after(Instant begin, Instant end) {
        return end == null
                ? " never"
                : Terminal.seconds(end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end));
    }
}
