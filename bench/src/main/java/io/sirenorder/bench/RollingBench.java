package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a release costs the people who order meanwhile: nothing, if all is well. */
@Command(
        name = "rolling",
        description = "Orders go on while every service is restarted, one instance after the other.",
        mixinStandardHelpOptions = true)
final class RollingBench implements Callable<Integer> {
    private static final int MOST_SECONDS = 900;

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", defaultValue = ".siren", description = "The stack's directory (${DEFAULT-VALUE}).")
    private Path state;

    @Option(names = "--rate", defaultValue = "5", description = "Orders per second, open loop (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seconds", defaultValue = "180", description = "How long, at most 900 (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--services",
            split = ",",
            defaultValue = "merchant-service,store-service,coupon-service,payment-service,notification-gateway",
            description = "What is restarted, in this order (all).")
    private List<String> services;

    @Option(names = "--stores", defaultValue = "10", description = "Stores with a till (${DEFAULT-VALUE}).")
    private int stores;

    @Option(names = "--buyers", defaultValue = "20", description = "Buyers with a phone (${DEFAULT-VALUE}).")
    private int buyers;

    @Option(names = "--seed", defaultValue = "1", description = "Who buys where (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = RunningStack.in(state);
        out.println(Machine.here().line());
        out.printf(
                "load     %.0f orders/s for %d s, %d tills, %d buyers, seed %d%n", rate, seconds, stores, buyers, seed);
        out.flush();
        Moves moves = new Moves();
        Api api = Api.at(stack.frontDoor());
        Measurements measured = new Measurements();
        List<Counter> counters = IntStream.range(0, stores)
                .mapToObj(i -> new Counter(Merchant.register(api, "Rolling " + i), measured, moves))
                .toList();
        List<Buyer> people = IntStream.range(0, buyers)
                .mapToObj(i -> Buyer.signIn(api, "rolling-" + i + "@example.com", "rolling"))
                .toList();
        List<MovingSocket> phones = people.stream()
                .map(buyer -> new MovingSocket(buyer::phone, frame -> {}, moves))
                .toList();
        Load load = new Load(
                counters,
                people,
                new PortOne(Api.at(stack.simulator())),
                new Pace.Open(rate),
                new SplittableRandom(seed));
        CompletableFuture<Void> restarts = CompletableFuture.runAsync(new RollingRestart(services, stack, out));
        Outcome outcome = load.run(Math.min(seconds, MOST_SECONDS));
        boolean inTime = restarts.isDone();
        restarts.join();
        phones.forEach(MovingSocket::close);
        return report(out, outcome, moves, inTime);
    }

    private static int report(PrintWriter out, Outcome outcome, Moves moves, boolean inTime) {
        out.printf(
                "orders   %d begun, %d finished, %d failed, of them %d paid for and not finished within a minute%n",
                outcome.begun(), outcome.finished(), outcome.failed(), outcome.overdue());
        if (outcome.firstFailure() != null) {
            out.println("first failure: " + outcome.firstFailure());
        }
        moves.print(out);
        if (!inTime) {
            out.println("the load ended before the restarts did: give it more --seconds");
        }
        out.flush();
        return outcome.failed() == 0 && inTime ? 0 : 1;
    }
}
