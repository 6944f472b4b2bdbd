package io.sirenorder.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of each bench that keeps figures: the stack that it runs against, and a file for {@code ./siren bench compare}. */
final class RunOptions {
    @Option(names = "--state", defaultValue = ".siren", description = "The stack's directory (${DEFAULT-VALUE}).")
    private Path state;

    @Option(names = "--save", description = "A file for the figures, for ./siren bench compare.")
    private Path save;

    Path state() {
        return state;
    }

    RunningStack stack() {
        return RunningStack.in(state);
    }

    /** Writes the figures where a file was named. */
    void keep(Figures figures) {
        if (save != null) {
            figures.save(save);
        }
    }
}
