package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The cost of pushes at the gateway and at the reference, measured in turn with the same load. */
record PushComparison(PushTarget gateway, PushTarget reference, NotificationLoad load, int rate, long seed) {
    static final String RATIO = "CPU of a push, gateway / bare Vert.x";
    /** Without what idle sockets cost: the bare server neither pings nor checks. */
    static final String RATIO_ALONE = "the same without pings and rounds";

    static final String LOST = "lost pushes";
    private static final String GATEWAY_CPU = "CPU s per 100,000 pushes, gateway";
    private static final String REFERENCE_CPU = "CPU s per 100,000 pushes, bare Vert.x";
    private static final String IDLE = "% of a core with idle sockets, gateway";
    private static final int IDLE_SECONDS = 15;
    private static final int UNIT = 100_000;

    void run(int pushes, int warmUp, int rounds, PrintWriter out, Figures figures) {
        SplittableRandom random = new SplittableRandom(seed);
        gateway.push(load, warmUp, rate, random);
        reference.push(load, warmUp, rate, random);
        double atGateway = 0;
        double atReference = 0;
        long lost = 0;
        for (int round = 1; round <= rounds; round++) {
            PushTarget.Cost one = gateway.push(load, pushes / rounds, rate, random);
            PushTarget.Cost other = reference.push(load, pushes / rounds, rate, random);
            List.of(line("gateway", round, one), line("bare", round, other)).forEach(out::println);
            out.flush();
            atGateway += one.cpuSeconds();
            atReference += other.cpuSeconds();
            lost += one.lost() + other.lost();
        }
        double idleGateway = idleShare(gateway);
        double idleReference = idleShare(reference);
        double seconds = pushes / (double) rate;
        figures.put(GATEWAY_CPU, atGateway * UNIT / pushes)
                .put(REFERENCE_CPU, atReference * UNIT / pushes)
                .put(RATIO, atGateway / atReference)
                .put(RATIO_ALONE, (atGateway - idleGateway * seconds) / (atReference - idleReference * seconds))
                .put(IDLE, 100 * idleGateway)
                .put(LOST, (double) lost);
        out.printf(
                "pushes   %.2f s of CPU per 100,000 at the gateway, %.2f at the bare server, %d lost%n",
                figures.get(GATEWAY_CPU), figures.get(REFERENCE_CPU), lost);
        out.printf(
                "idle     %.1f %% of a core at the gateway for pings, rounds and the like, %.1f %% at the bare server%n",
                100 * idleGateway, 100 * idleReference);
        out.flush();
    }

    /** The part of a core that the same sockets take without pushes. */
    private static double idleShare(PushTarget target) {
        double before = target.cpuSeconds();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
        return (target.cpuSeconds() - before) / IDLE_SECONDS;
    }

    private static String line(String server, int round, PushTarget.Cost cost) {
        return "  round %d %-8s %,7d pushes  %5.1f us of CPU each   made -> heard p50 %6.1f ms  p99 %6.1f ms"
                .formatted(
                        round,
                        server,
                        cost.pushes(),
                        1e6 * cost.cpuSeconds() / cost.pushes(),
                        cost.lag().millisAt(50),
                        cost.lag().millisAt(99));
    }
}
