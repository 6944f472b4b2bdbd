package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The end of a rehearsal under load: the stack settles, and every invariant is asked. */
record Settling(StateDirectory state, PrintStream out) {
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofSeconds(3);

    /**
     * One line for each claim that is broken, all of them printed.
     *
     * @param within those that were broken before
     */
    List<String> broken(List<Till> tills, List<String> within) {
        Invariants invariants = new Invariants(state);
        Instant begin = Instant.now();
        while (!invariants.unsettled().isEmpty() && Instant.now().isBefore(begin.plus(SETTLING))) {
            Victims.sleep(POLL);
        }
        out.println("settled after" + Terminal.seconds(Duration.between(begin, Instant.now())));
        List<String> broken = Stream.concat(within.stream().distinct(), invariants.broken(tills).stream())
                .toList();
        broken.forEach(line -> out.println(Terminal.red("✘ ") + line));
        return broken;
    }
}
