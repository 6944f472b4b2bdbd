package io.sirenorder.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Opens and closes many sockets, a bounded number at once, from as many local addresses as their number needs. */
final class SocketCrowd {
    /**
     * The result of opening.
     *
     * @param resumed sockets that went on exactly where they were
     * @param turnedAway refusals with 503, after which a client came back
     * @param failed sockets that did not open
     */
    record Opening(int opened, int resumed, int turnedAway, int failed, double seconds, Throwable firstFailure) {}

    private static final int IN_FLIGHT = 1_000;
    private static final int UNBOUNDED = 1_000_000;
    private static final int OVERLOADED = 503;
    private static final int MOST_TRIES = 20;
    private static final int SOONEST_MILLIS = 250;
    private static final int LATEST_MILLIS = 750;

    private final Vertx vertx;
    private final List<WebSocketClient> clients;

    SocketCrowd(Vertx vertx, int addresses) {
        this.vertx = vertx;
        this.clients = IntStream.rangeClosed(1, addresses)
                .mapToObj(n -> vertx.createWebSocketClient(new WebSocketClientOptions()
                        .setMaxConnections(UNBOUNDED)
                        .setLocalAddress("127.0.0." + n)))
                .toList();
    }

    /** Opens all and waits until each is open or has failed. */
    Opening open(PushServer server, List<HeldSocket> sockets) {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger resumed = new AtomicInteger();
        AtomicInteger turnedAway = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Semaphore free = new Semaphore(IN_FLIGHT);
        long start = System.nanoTime();
        for (int i = 0; i < sockets.size(); i++) {
            free.acquireUninterruptibly();
            open(server, sockets.get(i), clients.get(i % clients.size()), turnedAway, MOST_TRIES)
                    .onSuccess(exactly -> {
                        opened.incrementAndGet();
                        resumed.addAndGet(exactly ? 1 : 0);
                    })
                    .onFailure(why -> failure.compareAndSet(null, why))
                    .onComplete(done -> free.release());
        }
        free.acquireUninterruptibly(IN_FLIGHT);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Opening(
                opened.get(), resumed.get(), turnedAway.get(), sockets.size() - opened.get(), seconds, failure.get());
    }

    /** A client that is turned away with 503 comes back in a moment, each after a time of its own. */
    private Future<Boolean> open(
            PushServer server, HeldSocket socket, WebSocketClient client, AtomicInteger turnedAway, int tries) {
        return server.open(socket, client).recover(failure -> {
            boolean overloaded =
                    failure instanceof UpgradeRejectedException refused && refused.getStatus() == OVERLOADED;
            if (!overloaded || tries == 1) {
                return Future.failedFuture(failure);
            }
            turnedAway.incrementAndGet();
            return vertx.timer(
                            ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS),
                            java.util.concurrent.TimeUnit.MILLISECONDS)
                    .compose(waited -> open(server, socket, client, turnedAway, tries - 1));
        });
    }

    /** Closes all and waits for it. */
    static void close(List<HeldSocket> sockets) {
        Blocking.get(Future.join(sockets.stream().map(HeldSocket::close).toList()));
    }
}
