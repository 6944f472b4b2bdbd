package io.sirenorder.local.command;

import io.sirenorder.local.stack.Refused;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Option that selects a stack: several may run side by side, each with a state directory of its own. */
@Command(mixinStandardHelpOptions = true, version = "siren 1.0.0")
final class StateChoice {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "where data, logs and secrets lie (default: .siren in the repository)")
    private Path directory;

    /** The repository: what the script says, or the directory above us that looks like it. */
    static Path home() {
        Path home =
                Path.of(System.getProperty("siren.home", "")).toAbsolutePath().normalize();
        while (!Files.exists(home.resolve("deploy/routes.properties"))) {
            home = home.getParent();
            if (home == null) {
                throw new Refused(Refused.FAILED, "this is not below the repository; set -Dsiren.home");
            }
        }
        return home;
    }

    StateDirectory state() {
        Path chosen = directory == null
                ? home().resolve(".siren")
                : callersDirectory().resolve(directory);
        return new StateDirectory(chosen.toAbsolutePath().normalize());
    }

    /** The script has gone to the repository; a relative path is meant from where it was called. */
    private static Path callersDirectory() {
        return Path.of(System.getProperty("siren.caller", ""));
    }

    /** The stack that runs there, or {@link Refused}. */
    StackFile running() {
        return StackFile.read(state())
                .orElseThrow(() -> new Refused(Refused.NOT_RUNNING, "nothing runs here; ./siren up starts it"));
    }
}
