package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run: traffic, faults in the order of a seed, calm, and the invariants. */
public final class ChaosRun {
    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final StateDirectory state;
    private final long seed;
    private final PrintStream out;

    public ChaosRun(StateDirectory state, long seed, PrintStream out) {
        this.state = state;
        this.seed = seed;
        this.out = out;
    }

    /** Comes back when the stack has settled; whether every invariant holds. */
    public boolean play(Duration time) {
        SplittableRandom random = new SplittableRandom(seed);
        Victims victims = new Victims(state);
        out.println("seed " + seed + ", " + time.toMinutes() + " min");
        try (Traffic traffic = new Traffic(victims, random.split())) {
            traffic.start();
            List<String> within = strike(victims, random, time);
            victims.calmPortone();
            traffic.stop();
            out.println(traffic.summary());
            return holds(traffic.tills(), within);
        }
    }

    /** One line for each claim that was broken between two faults and has to hold at every moment. */
    private List<String> strike(Victims victims, SplittableRandom random, Duration time) {
        Invariants invariants = new Invariants(state);
        List<String> broken = new ArrayList<>();
        Instant begin = Instant.now();
        Victims.sleep(Duration.ofSeconds(5));
        while (Instant.now().isBefore(begin.plus(time))) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            Duration since = Duration.between(begin, Instant.now());
            String done = attempt(fault, victims, random);
            out.println("  " + Terminal.seconds(since) + "  " + done);
            broken.addAll(invariants.brokenNow());
            Victims.sleep(Duration.ofSeconds(random.nextInt(5, 15)));
        }
        return broken;
    }

    /** A fault may find its victim gone already, by the one before. */
    private static String attempt(Fault fault, Victims victims, SplittableRandom random) {
        try {
            return fault.strike(victims, random);
        } catch (RuntimeException missed) {
            return fault + " missed: " + missed.getMessage();
        }
    }

    private boolean holds(List<Till> tills, List<String> within) {
        List<String> before =
                within.stream().map(line -> line + ", amid the faults").toList();
        List<String> broken = new Settling(state, out).broken(tills, before);
        out.println(
                broken.isEmpty()
                        ? Terminal.green("✔ every invariant holds")
                        : broken.size() + " invariants are broken; again with --seed " + seed);
        return broken.isEmpty();
    }
}
