package io.sirenorder.bench;

import io.sirenorder.client.Api;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Anonymous browsing, straight at store-service: lists of stores and the menu. */
@Command(
        name = "reads",
        description =
                "Browses stores and menu; the driver is slower than the service, so its CPU per call is the figure.",
        mixinStandardHelpOptions = true)
final class ReadsBench implements Callable<Integer> {
    private static final List<String> PATHS =
            List.of("/stores?limit=20", "/stores?near=37.4979,127.0276", "/menu?category=drink", "/menu/americano");
    private static final String SERVICE = "store-service";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(names = "--in-flight", defaultValue = "16", description = "Calls at once (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--seconds", defaultValue = "10", description = "For each path (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        out.println(Machine.here().line());
        Api api = Api.at(stack.service("store"));
        int failed = 0;
        Figures figures = new Figures();
        for (String path : PATHS) {
            CallLoop loop = new CallLoop(() -> api.callAsync("GET", path, null), 200, inFlight);
            loop.run(path, Math.max(1, seconds / 3));
            Usage usage = Usage.start(stack.processes());
            CallLoop.Result result = loop.run(path, seconds);
            failed += result.failed();
            double cpu = 1_000_000 * usage.cpuSeconds(List.of(SERVICE)) / Math.max(1, result.done());
            figures.put("ms of CPU per 1,000 of " + path, cpu);
            out.println(result.latency().line());
            out.printf(
                    "         %.0f calls/s, %d failed; %s %.0f ms of CPU per 1,000 calls%n",
                    result.perSecond(), result.failed(), SERVICE, cpu);
            out.flush();
        }
        run.keep(figures);
        return failed == 0 ? 0 : 1;
    }
}
