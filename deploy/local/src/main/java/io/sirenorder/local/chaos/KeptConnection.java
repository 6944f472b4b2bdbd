package io.sirenorder.local.chaos;

import io.sirenorder.client.Socket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** A connection that is held for as long as it lasts and somebody wants it. */
record KeptConnection(Socket socket, BooleanSupplier isWanted) {
    private static final Duration LOOK = Duration.ofSeconds(5);

    void awaitEnd() {
        boolean closed = false;
        while (isWanted.getAsBoolean() && !closed) {
            closed = closes();
        }
    }

    private boolean closes() {
        try {
            socket.awaitClose(LOOK);
            return true;
        } catch (CompletionException stillOpen) {
            return false;
        }
    }
}
