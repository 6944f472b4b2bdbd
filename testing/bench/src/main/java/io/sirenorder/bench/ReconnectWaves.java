package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.List;

/** All sockets end, each misses one push, and all come back at once with a ticket and their place in the stream. */
record ReconnectWaves(PushTarget gateway, SocketCrowd crowd, NotificationLoad load, int rate) {
    static final String SECONDS = "seconds for the reconnects";
    static final String FAILED = "reconnects failed, not exact or without the missed push";

    void run(int reconnects, PrintWriter out, Figures figures) {
        double seconds = 0;
        double cpu = 0;
        long failed = 0;
        int turnedAway = 0;
        for (int left = reconnects; left > 0; left -= gateway.sockets().size()) {
            List<HeldSocket> wave = gateway.sockets()
                    .subList(0, Math.min(left, gateway.sockets().size()));
            SocketCrowd.close(wave);
            load.send(gateway.server(), wave, rate);
            long heard = gateway.tally().heard();
            double before = Consumption.of(gateway.server().pid()).cpuSeconds();
            SocketCrowd.Opening back = crowd.open(gateway.server(), wave);
            failed += wave.size() - back.resumed() + gateway.awaitHeard(heard + wave.size());
            seconds += back.seconds();
            cpu += Consumption.of(gateway.server().pid()).cpuSeconds() - before;
            turnedAway += back.turnedAway();
            if (back.firstFailure() != null) {
                out.println("first failure: " + back.firstFailure());
            }
        }
        figures.put(SECONDS, seconds)
                .put("ms of CPU per reconnect", 1_000 * cpu / reconnects)
                .put("turned away with 503 and back later", turnedAway)
                .put(FAILED, (double) failed);
        out.printf(
                "back     %,d reconnects with ticket and resume in %.1f s, %.2f ms of CPU each; %d turned away with 503 and back later, %d failed%n",
                reconnects, seconds, 1_000 * cpu / reconnects, turnedAway, failed);
        out.flush();
    }
}
