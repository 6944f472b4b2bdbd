package io.sirenorder.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a Redis whether it is there. */
record RedisPing(int port, String password) {
    private static final int LIMIT_MILLIS = 1_000;

    boolean succeeds() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(question().getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(expected().length());
            return new String(answer, StandardCharsets.UTF_8).equals(expected());
        } catch (IOException notYet) {
            return false;
        }
    }

    private String question() {
        return password == null ? "PING\r\n" : "AUTH " + password + "\r\nPING\r\n";
    }

    private String expected() {
        return password == null ? "+PONG\r\n" : "+OK\r\n+PONG\r\n";
    }
}
