package io.sirenorder.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Free TCP ports of this machine, below the range from which it takes those of outgoing connections. */
public final class Ports {
    private static final int LOWEST = 21_700;
    private static final int BEYOND = 32_700;
    private static final int TRIES = 500;

    private Ports() {}

    /** Any free port; another process may take it first. */
    public static int anyFree() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, BEYOND)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + LOWEST + " to " + BEYOND));
    }

    /** The first free port at or above the given one. */
    public static int freeFrom(int lowest) {
        return IntStream.range(lowest, lowest + TRIES)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + lowest));
    }

    /** The port that was asked for, which must be free, or any if that is 0. */
    static int chosen(int wanted) throws IOException {
        if (wanted != 0 && !isFree(wanted)) {
            throw new IOException("port " + wanted + " is taken");
        }
        return wanted == 0 ? anyFree() : wanted;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
