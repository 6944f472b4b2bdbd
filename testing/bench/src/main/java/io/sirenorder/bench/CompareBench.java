package io.sirenorder.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two saved runs side by side. */
@Command(
        name = "compare",
        description = "Compares the figures of two runs that were kept with --save.",
        mixinStandardHelpOptions = true)
final class CompareBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The file of the earlier run.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The file of the later run.")
    private Path after;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Figures earlier = Figures.read(before);
        Figures later = Figures.read(after);
        earlier.byName().forEach((name, value) -> out.println(line(name, value, later.get(name))));
        return 0;
    }

    static String line(String name, double before, double after) {
        String change = before == 0 ? "" : "%+6.1f %%".formatted(100 * (after - before) / before);
        return "  %-48s %10.2f -> %10.2f  %s".formatted(name, before, after, change);
    }
}
