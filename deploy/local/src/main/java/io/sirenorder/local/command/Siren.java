package io.sirenorder.local.command;

import io.sirenorder.local.demo.StepFailed;
import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The launcher behind the {@code siren} script. */
@Command(
        name = "siren",
        mixinStandardHelpOptions = true,
        version = "siren 1.0.0",
        description = "Siren Order on this machine: real PostgreSQL, real Redis, six programs, one front door.",
        subcommands = {
            Up.class,
            Demo.class,
            Down.class,
            Status.class,
            Logs.class,
            Restart.class,
            Prove.class,
            Token.class,
            Psql.class,
            Env.class,
            Dev.class,
            Chaos.class,
            Drill.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The script itself answers:",
            "  test       every test of the repository (mvn verify)",
            "  bench      a bounded load on the running stack: ./siren bench --help",
            "  train      a run whose ahead-of-time caches make later starts quicker (JDK 25): ./siren train --help",
            "  images     container images, built by docker, podman or buildah: ./siren images --help",
            "  up -d      starts the stack in the background; ./siren down stops it",
            "",
            "Up and demo build first what changed; --rebuild builds all, --no-build nothing.",
            "",
            "Exit codes: 0 done, 1 failed, 2 not understood or not built, 3 runs already, 4 port taken,",
            "5 disk full, 6 nothing runs, 130 Ctrl-C."
        })
public final class Siren {
    private Siren() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
    }

    static CommandLine commandLine() {
        IExecutionExceptionHandler oneLine = (e, command, parsed) -> {
            command.getErr().println(Terminal.red("✘ ") + reason(e));
            return e instanceof Refused refused ? refused.exitCode() : Refused.FAILED;
        };
        return new CommandLine(new Siren()).setExecutionExceptionHandler(oneLine);
    }

    private static String reason(Exception e) {
        return e instanceof Refused || e instanceof StepFailed ? e.getMessage() : e.toString();
    }
}
