package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.SplittableRandom;

/** The cost of pushes at the gateway and at the reference, measured in turn with the same load. */
record PushComparison(PushTarget gateway, PushTarget reference, NotificationLoad load, int rate, long seed) {
    static final String RATIO = "CPU of a push, gateway / bare Vert.x";
    static final String LOST = "lost pushes";
    private static final String GATEWAY_CPU = "CPU s per 100,000 pushes, gateway";
    private static final String REFERENCE_CPU = "CPU s per 100,000 pushes, bare Vert.x";
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
        figures.put(GATEWAY_CPU, atGateway * UNIT / pushes)
                .put(REFERENCE_CPU, atReference * UNIT / pushes)
                .put(RATIO, atGateway / atReference)
                .put(LOST, (double) lost);
        out.printf(
                "pushes   %.2f s of CPU per 100,000 at the gateway, %.2f at the bare server, %d lost%n",
                figures.get(GATEWAY_CPU), figures.get(REFERENCE_CPU), lost);
        out.flush();
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
