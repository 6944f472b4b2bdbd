package io.sirenorder.local.command;

import io.sirenorder.local.chaos.ChaosRun;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code siren chaos}. */
@Command(
        name = "chaos",
        description =
                "Kills, freezes and cuts parts of the running stack under load, in an order that the seed gives, and"
                        + " checks afterwards that nothing was lost or doubled; exit code 0 if every invariant holds.")
final class Chaos implements Callable<Integer> {
    @Mixin
    private StateChoice choice;

    @Option(names = "--seed", defaultValue = "1", description = "the order of faults (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--minutes", defaultValue = "3", description = "how long faults strike (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public Integer call() {
        choice.running();
        return new ChaosRun(choice.state(), seed, System.out).play(Duration.ofMinutes(minutes)) ? 0 : 1;
    }
}
