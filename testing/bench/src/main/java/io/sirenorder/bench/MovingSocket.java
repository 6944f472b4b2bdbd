package io.sirenorder.bench;

import io.sirenorder.client.Frame;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/** A socket that opens again where it is told to, from where it was: what an app does. */
final class MovingSocket implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Function<String, Socket> open;
    private final Consumer<Frame> listener;
    private final Moves moves;
    private final Thread keeper = new Thread(this::keep, "socket-keeper");
    private volatile Socket socket;
    private volatile boolean ended;

    /** @param open opens it, with the query that resumes an earlier one */
    MovingSocket(Function<String, Socket> open, Consumer<Frame> listener, Moves moves) {
        this.open = open;
        this.listener = listener;
        this.moves = moves;
        moves.opened(this);
        listen(open.apply(""));
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Frames that came before there was a listener are delivered too; the listener recognises repetitions. */
    private void listen(Socket opened) {
        socket = opened;
        opened.onFrame(listener);
        opened.frames().forEach(listener);
    }

    private void keep() {
        while (!ended) {
            int code = socket.awaitClose(LONGEST);
            if (!ended) {
                moves.ended(this, code);
                reopen(socket.resumeQuery());
            }
        }
    }

    private void reopen(String query) {
        long lostAt = System.nanoTime();
        while (!ended) {
            try {
                listen(open.apply(query));
                moves.gap(System.nanoTime() - lostAt);
                return;
            } catch (RuntimeException e) {
                moves.refused(e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    void ack(Frame frame) {
        socket.ack(frame);
    }

    @Override
    public void close() {
        ended = true;
        socket.close();
    }
}
