package io.sirenorder.bench;

import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many sockets at the gateway: what one costs, what a push costs beside a bare server, and how fast all come back. */
@Command(
        name = "sockets",
        description =
                "Opens sockets of buyers at the gateway and pushes to them; a bare Vert.x server is measured beside it.",
        mixinStandardHelpOptions = true)
final class SocketsBench implements Callable<Integer> {
    /** Sockets that are pushed to and come back; more are only held. */
    private static final int MOST_PUSHED_TO = 5_000;

    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(35);
    private static final String HEAP = "heap bytes per idle socket, gateway";
    private static final String HELD = "sockets held";

    private final Figures figures = new Figures();

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Option(names = "--sockets", defaultValue = "5000", description = "Open at once (${DEFAULT-VALUE}).")
    private int sockets;

    @Option(names = "--pushes", defaultValue = "100000", description = "To each server (${DEFAULT-VALUE}).")
    private int pushes;

    @Option(names = "--rate", defaultValue = "5000", description = "Pushes per second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--rounds", defaultValue = "2", description = "In turn, gateway and reference (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "60000", description = "Pushes before it counts (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--reconnects", defaultValue = "10000", description = "Of sockets that resume (${DEFAULT-VALUE}).")
    private int reconnects;

    @Option(names = "--hold", defaultValue = "40", description = "Seconds to hold all of them (${DEFAULT-VALUE}).")
    private int holdSeconds;

    @Option(names = "--seed", defaultValue = "1", description = "Who is pushed to (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = run.stack();
        out.println(Machine.here().line());
        out.printf(
                "load     %,d sockets, %,d pushes at %,d/s in %d rounds after %,d, %,d reconnects, seed %d%n",
                sockets, pushes, rate, rounds, warmUp, reconnects, seed);
        out.flush();
        Vertx vertx = Vertx.vertx();
        run(stack, vertx, new GatewayServer(stack, vertx), out);
        Blocking.get(vertx.close());
        targets().forEach(target -> out.println(target.line(figures)));
        run.keep(figures);
        return figures.get(PushComparison.LOST) + figures.get(ReconnectWaves.FAILED) == 0 ? 0 : 1;
    }

    private void run(RunningStack stack, Vertx vertx, GatewayServer server, PrintWriter out) {
        int held = Math.min(sockets, fitting(server, out));
        SocketCrowd crowd =
                new SocketCrowd(vertx, MachineLimits.of(server.pid()).addressesFor(held));
        List<Buyer> buyers = SocketOwners.signIn(Api.at(stack.frontDoor()), held);
        List<Buyer> first = buyers.subList(0, Math.min(held, MOST_PUSHED_TO));
        NotificationLoad load = new NotificationLoad(vertx, stack.redis());
        PushTarget gateway = new PushTarget(server, crowd);
        try (ReferenceProcess bare = ReferenceProcess.start(server.pid(), stack.redis())) {
            PushTarget reference = new PushTarget(bare, crowd);
            open(gateway, reference, first, out);
            new PushComparison(gateway, reference, load, rate, seed).run(pushes, warmUp, rounds, out, figures);
            reference.close();
        }
        new ReconnectWaves(gateway, crowd, load, rate).run(reconnects, out, figures);
        hold(gateway, buyers.subList(first.size(), held), out);
        gateway.close();
    }

    /** The number of sockets that the limits of this machine leave room for. */
    private int fitting(GatewayServer server, PrintWriter out) {
        MachineLimits limits = MachineLimits.of(server.pid());
        out.printf(
                "limits   %,d open files per process: room for %,d of %,d sockets; %,d local ports per address: %d needed%n",
                limits.openFiles(),
                Math.min(sockets, limits.sockets()),
                sockets,
                limits.localPorts(),
                limits.addressesFor(sockets));
        out.flush();
        return limits.sockets();
    }

    /** Opens at both; heaps are counted after half a minute each, when nothing of the requests before is left. */
    private void open(PushTarget gateway, PushTarget reference, List<Buyer> buyers, PrintWriter out) {
        List<PushTarget> both = List.of(gateway, reference);
        both.forEach(target -> target.warmUp(buyers));
        LockSupport.parkNanos(SETTLING_NANOS);
        both.forEach(PushTarget::countHeap);
        SocketCrowd.Opening opening = gateway.open(buyers);
        reference.open(buyers);
        LockSupport.parkNanos(SETTLING_NANOS);
        figures.put(HEAP, gateway.heapBytesPerSocket())
                .put("heap bytes per idle socket, bare Vert.x", reference.heapBytesPerSocket());
        out.printf(
                "opened   %,d in %.1f s, %d failed; live heap of each %,.0f bytes, %,.0f at the bare server; resident %d and %d MiB%n",
                opening.opened(),
                opening.seconds(),
                opening.failed(),
                gateway.heapBytesPerSocket(),
                reference.heapBytesPerSocket(),
                Consumption.of(gateway.server().pid()).residentMib(),
                Consumption.of(reference.server().pid()).residentMib());
        if (opening.firstFailure() != null) {
            out.println("first failure: " + opening.firstFailure());
        }
        out.flush();
    }

    /** Opens the rest, and counts after more than one interval of pings. */
    private void hold(PushTarget gateway, List<Buyer> rest, PrintWriter out) {
        SocketCrowd.Opening opening = gateway.open(rest);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(holdSeconds));
        figures.put(HELD, (double) gateway.countOpen());
        out.printf(
                "held     %,d sockets for %d s (%,d more opened in %.1f s); %,.0f bytes of live heap each, %d MiB resident%n",
                gateway.countOpen(),
                holdSeconds,
                opening.opened(),
                opening.seconds(),
                gateway.heapBytesPerSocket(),
                Consumption.of(gateway.server().pid()).residentMib());
        out.flush();
    }

    private List<Target> targets() {
        return List.of(
                Target.atMost(PushComparison.RATIO, 1.2),
                Target.atMost(PushComparison.RATIO_ALONE, 1.2),
                Target.atMost(PushComparison.LOST, 0),
                Target.atMost(HEAP, 12 * 1024),
                Target.atMost(ReconnectWaves.SECONDS, 6.0 * reconnects / 10_000),
                Target.atMost(ReconnectWaves.FAILED, 0),
                Target.atLeast(HELD, sockets));
    }
}
