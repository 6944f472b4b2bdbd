package io.sirenorder.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code siren bench}: what the running stack can carry. */
@Command(
        name = "bench",
        subcommands = {
            OrdersBench.class,
            IdleBench.class,
            ReadsBench.class,
            LoginsBench.class,
            ServersBench.class,
            SocketsBench.class,
            GrownBench.class,
            RollingBench.class,
            ProfileBench.class,
            CompareBench.class
        },
        description = "Puts a bounded load on the running stack and prints what came of it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
