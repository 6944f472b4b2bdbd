package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import io.sirenorder.client.Socket;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whole orders, from checkout to finished, against the running stack. */
@Command(
        name = "orders",
        description = "Buys, pays, accepts and finishes: open loop at --rate, or closed loop with --in-flight.",
        mixinStandardHelpOptions = true)
final class OrdersBench implements Callable<Integer> {
    private static final int MOST_SECONDS = 900;
    private static final int BASELINE_CALLS = 300;
    private static final String CPU_ALL = "ms of CPU per order, all";
    private static final String CPU_SERVERS = "ms of CPU per order, five programs and servers";
    private static final String STATEMENTS = "SQL statements per order";
    private static final String WRITES = "write transactions per order";
    private static final List<String> SERVERS = List.of(
            "merchant-service",
            "store-service",
            "coupon-service",
            "payment-service",
            "notification-gateway",
            "postgres",
            "redis");

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(names = "--rate", defaultValue = "50", description = "Orders per second, open loop (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--in-flight", description = "Closed loop instead: so many orders at once.")
    private Integer inFlight;

    @Option(names = "--seconds", defaultValue = "60", description = "How long, at most 900 (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds before it counts (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--stores", defaultValue = "20", description = "Stores with a till (${DEFAULT-VALUE}).")
    private int stores;

    @Option(names = "--known-stores", defaultValue = "0", description = "Further stores in the list, without a till.")
    private int knownStores;

    @Option(names = "--buyers", defaultValue = "50", description = "Buyers with a phone (${DEFAULT-VALUE}).")
    private int buyers;

    @Option(names = "--seed", defaultValue = "1", description = "Who buys where (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        out.println(Machine.here().line());
        out.printf(
                "load     %s, %d s after %d s of warm-up, %d tills, %d buyers, seed %d, %s%n",
                loop(), seconds, warmUp, stores, buyers, seed, stack.durability());
        if (knownStores > 0) {
            out.printf("stores   %,d known%n", KnownStores.fill(stack, knownStores));
        }
        out.flush();
        return run(stack, out);
    }

    private String loop() {
        return inFlight == null
                ? "open loop at %.0f orders/s".formatted(rate)
                : "closed loop, %d in flight".formatted(inFlight);
    }

    private int run(RunningStack stack, PrintWriter out) {
        Measurements warm = new Measurements();
        Measurements measured = new Measurements();
        Api api = Api.at(stack.frontDoor());
        List<Merchant> merchants = IntStream.range(0, stores)
                .mapToObj(i -> Merchant.register(api, "Bench " + i))
                .toList();
        List<Buyer> people = IntStream.range(0, buyers)
                .mapToObj(i -> Buyer.signIn(api, "bench-" + i + "@example.com", "bench"))
                .toList();
        List<Socket> phones = people.stream().map(buyer -> buyer.phone("")).toList();
        PortOne portone = new PortOne(Api.at(stack.simulator()));
        load(merchants, people, portone, warm).run(Math.min(warmUp, MOST_SECONDS));
        Usage usage = Usage.start(stack.processes());
        SqlWork before = SqlWork.of(stack);
        Outcome outcome = load(merchants, people, portone, measured).run(Math.min(seconds, MOST_SECONDS));
        Figures figures = figures(outcome, measured, usage, SqlWork.of(stack).since(before));
        List<String> costs = usage.perOrder(outcome.finished());
        baseline(api, measured);
        phones.forEach(Socket::close);
        outcome.print(out, measured);
        costs.forEach(out::println);
        out.printf(
                "sql      %.1f statements, %.1f write transactions per order%n",
                figures.get(STATEMENTS), figures.get(WRITES));
        targets().forEach(target -> out.println(target.line(figures)));
        run.keep(figures);
        return outcome.failed() == 0 ? 0 : 1;
    }

    private static Figures figures(Outcome outcome, Measurements measured, Usage usage, SqlWork sql) {
        double orders = Math.max(1, outcome.finished());
        return new Figures()
                .put("orders per second", outcome.finished() / outcome.seconds())
                .put("failed orders", outcome.failed())
                .put("paid -> till p50 ms", measured.paidToTill.millisAt(50))
                .put("paid -> till p99 ms", measured.paidToTill.millisAt(99))
                .put(CPU_ALL, 1_000 * usage.cpuSeconds() / orders)
                .put(CPU_SERVERS, 1_000 * usage.cpuSeconds(SERVERS) / orders)
                .put(STATEMENTS, sql.statements() / orders)
                .put(WRITES, sql.writes() / orders);
    }

    /** An order's cost in statements is compared at a moderate rate; at more, orders share transactions. */
    private List<Target> targets() {
        List<Target> targets = new ArrayList<>(List.of(
                Target.atMost("failed orders", 0),
                Target.atMost("paid -> till p99 ms", 250),
                Target.atMost(CPU_ALL, 18),
                Target.atMost(CPU_SERVERS, 12),
                Target.atMost(STATEMENTS, 45),
                Target.atMost(WRITES, 12)));
        targets.add(Target.atLeast("orders per second", inFlight == null ? 0.98 * rate : 120));
        return targets;
    }

    private Load load(List<Merchant> merchants, List<Buyer> people, PortOne portone, Measurements into) {
        List<TillDriver> counters = new ArrayList<>();
        Moves moves = new Moves();
        merchants.forEach(merchant -> counters.add(new TillDriver(merchant, into, moves)));
        ArrivalRate pace = inFlight == null ? new ArrivalRate.Open(rate) : new ArrivalRate.Closed(inFlight);
        return new Load(counters, people, portone, pace, new SplittableRandom(seed));
    }

    /** The same driver against the cheapest call, on the same run: what the figures stand beside. */
    private static void baseline(Api api, Measurements measured) {
        for (int i = 0; i < BASELINE_CALLS; i++) {
            measured.baseline.record(
                    api.get("/menu/americano").expect(200).took().toNanos());
        }
    }
}
