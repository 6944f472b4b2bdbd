package io.sirenorder.bench;

import io.sirenorder.client.Buyer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server under measurement, with the sockets that are open there. */
final class PushTarget {
    /**
     * The cost of some pushes.
     *
     * @param cpuSeconds of the server
     * @param lost pushes that did not arrive within half a minute
     */
    record Cost(int pushes, double cpuSeconds, long lost, Latency lag) {}

    private static final int SOCKETS_OF_WARM_UP = 500;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final PushServer server;
    private final SocketCrowd crowd;
    private final PushTally tally = new PushTally();
    private final List<HeldSocket> sockets = new ArrayList<>();
    private long heapBefore;

    PushTarget(PushServer server, SocketCrowd crowd) {
        this.server = server;
        this.crowd = crowd;
    }

    List<HeldSocket> sockets() {
        return sockets;
    }

    PushServer server() {
        return server;
    }

    PushTally tally() {
        return tally;
    }

    /** Opens and closes some sockets, so that classes are loaded. */
    void warmUp(List<Buyer> buyers) {
        List<HeldSocket> some = made(buyers.subList(0, Math.min(buyers.size(), SOCKETS_OF_WARM_UP)));
        crowd.open(server, some);
        SocketCrowd.close(some);
    }

    /** Counts the heap without any socket. */
    void countHeap() {
        heapBefore = LiveHeap.of(server.pid());
    }

    /** Opens one socket for each buyer; they stay open. */
    SocketCrowd.Opening open(List<Buyer> buyers) {
        List<HeldSocket> more = made(buyers);
        sockets.addAll(more);
        return crowd.open(server, more);
    }

    /** Live bytes for each open socket beyond those without any socket. */
    double heapBytesPerSocket() {
        return (LiveHeap.of(server.pid()) - heapBefore) / (double) Math.max(1, countOpen());
    }

    /** User and system time of the server so far. */
    double cpuSeconds() {
        return Consumption.of(server.pid()).cpuSeconds();
    }

    long countOpen() {
        return sockets.stream().filter(HeldSocket::isOpen).count();
    }

    /** Pushes to sockets chosen at random and waits until all have arrived. */
    Cost push(NotificationLoad load, int pushes, int rate, SplittableRandom random) {
        List<HeldSocket> chosen = new ArrayList<>();
        for (int i = 0; i < pushes; i++) {
            chosen.add(sockets.get(random.nextInt(sockets.size())));
        }
        long heardBefore = tally.heard();
        tally.takeLag("before");
        double cpuBefore = cpuSeconds();
        load.send(server, chosen, rate);
        long lost = awaitHeard(heardBefore + pushes);
        double cpu = cpuSeconds() - cpuBefore;
        return new Cost(pushes, cpu, lost, tally.takeLag("after"));
    }

    /** Waits until so many pushes have arrived in all, and says how many have not within half a minute. */
    long awaitHeard(long all) {
        long start = System.nanoTime();
        while (tally.heard() < all && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return all - tally.heard();
    }

    void close() {
        SocketCrowd.close(sockets);
    }

    private List<HeldSocket> made(List<Buyer> buyers) {
        return buyers.stream()
                .map(buyer -> new HeldSocket(server.recipientOf(buyer), buyer.token(), tally))
                .toList();
    }
}
