package io.sirenorder.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The stack without any load: statements per second and CPU. */
@Command(
        name = "idle",
        description = "Measures what the stack does while nothing happens.",
        mixinStandardHelpOptions = true)
final class IdleBench implements Callable<Integer> {
    private static final List<String> SERVICES =
            List.of("merchant-service", "store-service", "coupon-service", "payment-service", "notification-gateway");

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", defaultValue = ".siren", description = "The stack's directory (${DEFAULT-VALUE}).")
    private Path state;

    @Option(names = "--seconds", defaultValue = "30", description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = RunningStack.in(state);
        out.println(Machine.here().line());
        Usage usage = Usage.start(stack.processes());
        SqlWork before = SqlWork.of(stack);
        long start = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        double took = (System.nanoTime() - start) / 1e9;
        SqlWork work = SqlWork.of(stack).since(before);
        Figures figures = new Figures()
                .put("idle statements per second", work.statements() / took)
                .put("idle write transactions per second", work.writes() / took)
                .put("idle % of a core, five programs", 100 * usage.cpuSeconds(SERVICES) / took);
        figures.byName().forEach((name, value) -> out.printf("  %-48s %8.2f%n", name, value));
        out.println(Target.atMost("idle statements per second", 10).line(figures));
        out.println(Target.atMost("idle % of a core, five programs", 2).line(figures));
        return 0;
    }
}
