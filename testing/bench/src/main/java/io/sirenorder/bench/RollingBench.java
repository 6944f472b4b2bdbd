package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A rolling restart of all services under load, which should fail no order. */
@Command(
        name = "rolling",
        description = "Orders go on while every service is restarted, one instance after the other.",
        mixinStandardHelpOptions = true)
final class RollingBench implements Callable<Integer> {
    private static final int MOST_SECONDS = 900;
    private static final int MARGIN_SECONDS = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", defaultValue = ".siren", description = "The stack's directory (${DEFAULT-VALUE}).")
    private Path state;

    @Option(names = "--rate", defaultValue = "5", description = "Orders per second, open loop (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            defaultValue = "900",
            description = "How long at most; it ends soon after the last restart (${DEFAULT-VALUE}).")
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
        out.printf("load     %.0f orders/s, %d tills, %d buyers, seed %d%n", rate, stores, buyers, seed);
        out.flush();
        Moves moves = new Moves();
        Api api = Api.at(stack.frontDoor());
        Measurements measured = new Measurements();
        List<TillDriver> counters = IntStream.range(0, stores)
                .mapToObj(i -> new TillDriver(Merchant.register(api, "Rolling " + i), measured, moves))
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
                new ArrivalRate.Open(rate),
                new SplittableRandom(seed));
        CompletableFuture<Void> restarts =
                CompletableFuture.runAsync(new RollingRestart(services, stack, out), later());
        CompletableFuture<Void> enough = restarts.thenRunAsync(() -> {}, later());
        try (Visitors visitors = visitors(counters.get(0).merchant(), people.get(0))) {
            Outcome outcome = load.run(Math.min(seconds, MOST_SECONDS), enough::isDone);
            boolean inTime = restarts.isDone();
            restarts.join();
            phones.forEach(MovingSocket::close);
            return new RollingReport(outcome, visitors, moves, Sales.of(counters), inTime).print(out) ? 0 : 1;
        }
    }

    /** Orders go on for a while before and after the restarts. */
    private static Executor later() {
        return CompletableFuture.delayedExecutor(MARGIN_SECONDS, TimeUnit.SECONDS);
    }

    /** One question for each service that orders leave in peace. */
    private static Visitors visitors(Merchant merchant, Buyer buyer) {
        return Visitors.asking(List.of(
                () -> merchant.api().callAsync("GET", "/wallets/" + merchant.walletId(), null),
                () -> buyer.api().callAsync("GET", "/stores/" + merchant.storeId(), null),
                () -> buyer.api().callAsync("GET", "/loyalty", null),
                () -> buyer.api().callAsync("POST", "/ws-tickets", Json.object())));
    }
}
