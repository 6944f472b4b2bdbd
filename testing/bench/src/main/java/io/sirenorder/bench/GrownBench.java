package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders and lists on a young stack, and the same again when it has a long past. */
@Command(
        name = "grown",
        description = "Measures orders and lists, fills the databases with a past, and measures again.",
        mixinStandardHelpOptions = true)
final class GrownBench implements Callable<Integer> {
    private static final String COST = "ms of CPU per order, all";
    private static final String RATIO = "CPU per order, grown / small";
    private static final String SLOWEST = "ms, p99 of the slowest list or balance, grown";
    private static final double GROWN = 1.5;
    private static final double LEAST_BLOCKS = 8;

    private final Figures figures = new Figures();

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(
            names = "--scale",
            defaultValue = "0.05",
            description =
                    "1 is 3,000,000 orders, 300,000 buyers, 100,000 stores and a wallet of 1,000,000 entries (${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--rate", defaultValue = "5", description = "Orders per second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seconds", defaultValue = "40", description = "Of orders, each time (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "Seconds before it counts (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--list-seconds", defaultValue = "2", description = "For each list (${DEFAULT-VALUE}).")
    private int listSeconds;

    /** Measurements of one time. */
    private record Measured(double cost, Map<String, Double> p99, StatementReads statements) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        SuperuserSql sql = new SuperuserSql(stack, run.state());
        Api api = Api.at(stack.frontDoor());
        Buyer buyer = Buyer.signIn(api, "grown@example.com", "grown");
        Merchant merchant = Merchant.register(api, "Grown");
        String order = orderAt(merchant, buyer, new PortOne(Api.at(stack.simulator())));
        HistoryReads reads = new HistoryReads(api, buyer, merchant);
        out.println("small");
        Measured small = measure(sql, reads, out);
        GrownHistory history = GrownHistory.scaled(scale);
        long start = System.nanoTime();
        history.fill(sql, merchant.storeId(), order);
        out.printf(
                "grown    by %,d orders, %,d buyers, %,d stores, %,d entries of one wallet, filled in %.0f s%n",
                history.orders(),
                history.buyers(),
                history.stores(),
                history.entries(),
                (System.nanoTime() - start) / 1e9);
        Measured grown = measure(sql, reads, out);
        report(small, grown, out);
        run.keep(figures);
        return 0;
    }

    /** Sells one thing, whose rows the past is made of, and waits until it is finished. */
    private static String orderAt(Merchant merchant, Buyer buyer, PortOne portone) {
        try (TillDriver till = new TillDriver(merchant, new Measurements(), new Moves())) {
            till.serve(buyer, portone, System.nanoTime()).join();
        }
        String order = buyer.api()
                .get("/orders?limit=1")
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("orderId")
                .asText();
        Awaited.until(() -> merchant.api()
                        .get("/wallets/" + merchant.walletId())
                        .expect(200)
                        .number("balanceKrw")
                > 0);
        Awaited.until(() -> buyer.api().get("/loyalty").expect(200).number("points") > 0);
        return order;
    }

    private Measured measure(SuperuserSql sql, HistoryReads reads, PrintWriter out) {
        StatementReads before = StatementReads.soFar(sql);
        double cost = costOfOrders(out);
        Map<String, Double> p99 = reads.run(listSeconds, out);
        return new Measured(cost, p99, StatementReads.soFar(sql).since(before));
    }

    private double costOfOrders(PrintWriter out) {
        try {
            Path file = Files.createTempFile(run.state(), "orders", ".json");
            int code = new CommandLine(new OrdersBench())
                    .setOut(out)
                    .execute(
                            "--state=" + run.state(),
                            "--rate=" + rate,
                            "--seconds=" + seconds,
                            "--warm-up=" + warmUp,
                            "--save=" + file);
            if (code != 0) {
                throw new IllegalStateException("not all orders were finished");
            }
            double cost = Figures.read(file).get(COST);
            Files.delete(file);
            return cost;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Measured small, Measured grown, PrintWriter out) {
        grown.p99().forEach((path, millis) -> {
            out.println(CompareBench.line("p99 ms " + path, small.p99().get(path), millis));
            figures.put("p99 ms " + path, millis);
        });
        out.println(CompareBench.line(COST, small.cost(), grown.cost()));
        for (StatementReads.Kind kind : grown.statements().grownFrom(small.statements(), GROWN, LEAST_BLOCKS)) {
            StatementReads.Cost before = small.statements().cost(kind);
            StatementReads.Cost now = grown.statements().cost(kind);
            out.printf(
                    "reads more: %s, %,d calls, %,.0f -> %,.0f blocks and %.2f -> %.2f ms per call%n",
                    kind.service(),
                    now.calls(),
                    before.blocksPerCall(),
                    now.blocksPerCall(),
                    before.millisPerCall(),
                    now.millisPerCall());
            out.println(kind.text().strip().replaceAll("(?m)^", "    "));
        }
        figures.put(RATIO, grown.cost() / small.cost())
                .put(
                        SLOWEST,
                        grown.p99().values().stream()
                                .mapToDouble(millis -> millis)
                                .max()
                                .orElseThrow());
        out.println(Target.atMost(RATIO, 1.1).line(figures));
        out.println(Target.atMost(SLOWEST, 50).line(figures));
    }
}
