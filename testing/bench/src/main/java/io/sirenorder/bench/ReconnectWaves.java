package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.List;

/** All sockets end, each misses one push, and all come back at once with a ticket and their place in the stream. */
record ReconnectWaves(PushTarget gateway, SocketCrowd crowd, NotificationLoad load, int rate) {
    static final String SECONDS = "seconds for the reconnects";
    static final String FAILED = "reconnects failed, not exact or without the missed push";

    /** Runs one wave that does not count, then as many as the number needs. */
    void run(int reconnects, PrintWriter out, Figures figures) {
        wave(gateway.sockets().size(), out);
        Wave all = new Wave(0, 0, 0, 0);
        for (int left = reconnects; left > 0; left -= gateway.sockets().size()) {
            all = all.and(wave(Math.min(left, gateway.sockets().size()), out));
        }
        double each = 1_000 * all.cpuSeconds() / Math.max(1, reconnects);
        figures.put(SECONDS, all.seconds())
                .put("ms of CPU per reconnect", each)
                .put("turned away with 503 and back later", all.turnedAway())
                .put(FAILED, (double) all.failed());
        out.printf(
                "back     %,d reconnects with ticket and resume in %.1f s, %.2f ms of CPU each; %d turned away with 503 and back later, %d failed%n",
                reconnects, all.seconds(), each, all.turnedAway(), all.failed());
        out.flush();
    }

    private Wave wave(int size, PrintWriter out) {
        List<HeldSocket> sockets = gateway.sockets().subList(0, size);
        SocketCrowd.close(sockets);
        load.send(gateway.server(), sockets, rate);
        long heard = gateway.tally().heard();
        double before = Consumption.of(gateway.server().pid()).cpuSeconds();
        SocketCrowd.Opening back = crowd.open(gateway.server(), sockets);
        long failed = size - back.resumed() + gateway.awaitHeard(heard + size);
        if (back.firstFailure() != null) {
            out.println("first failure: " + back.firstFailure());
        }
        double cpu = Consumption.of(gateway.server().pid()).cpuSeconds() - before;
        return new Wave(back.seconds(), cpu, back.turnedAway(), failed);
    }

    private record Wave(double seconds, double cpuSeconds, int turnedAway, long failed) {
        Wave and(Wave other) {
            return new Wave(
                    seconds + other.seconds,
                    cpuSeconds + other.cpuSeconds,
                    turnedAway + other.turnedAway,
                    failed + other.failed);
        }
    }
}
