package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Merchant;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Merchants that log in, straight at merchant-service. */
@Command(
        name = "logins",
        description = "Logs merchants in, which costs a password hash each.",
        mixinStandardHelpOptions = true)
final class LoginsBench implements Callable<Integer> {
    private static final String SERVICE = "merchant-service";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(names = "--merchants", defaultValue = "5", description = "Merchants in turn (${DEFAULT-VALUE}).")
    private int merchants;

    @Option(names = "--in-flight", defaultValue = "4", description = "Logins at once (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--seconds", defaultValue = "15", description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        out.println(Machine.here().line());
        Api api = Api.at(stack.service("merchant"));
        List<String> ids = IntStream.range(0, merchants)
                .mapToObj(n -> Merchant.register(api, "Login " + n).merchantId())
                .toList();
        AtomicInteger turn = new AtomicInteger();
        CallLoop loop = new CallLoop(
                () -> api.callAsync(
                        "POST",
                        "/sessions",
                        Map.of(
                                "merchantId",
                                ids.get(turn.getAndIncrement() % merchants),
                                "password",
                                Merchant.PASSWORD)),
                201,
                inFlight);
        Usage usage = Usage.start(stack.processes());
        CallLoop.Result result = loop.run("POST /sessions", seconds);
        double cpu = 1_000 * usage.cpuSeconds(List.of(SERVICE)) / Math.max(1, result.done());
        out.println(result.latency().line());
        out.printf(
                "         %.1f logins/s, %d failed; %s %.0f ms of CPU each%n",
                result.perSecond(), result.failed(), SERVICE, cpu);
        run.keep(new Figures().put("logins per second", result.perSecond()).put("ms of CPU per login", cpu));
        return result.failed() == 0 ? 0 : 1;
    }
}
