package io.sirenorder.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The Redis of a stack, as somebody uses it who has its password. */
record RedisInUse(URI address) {

    /** Forgets everything: mailboxes, presence, what consumers were about to be told. */
    void flush() {
        run("FLUSHALL");
    }

    /** Lets a store's tills lapse, as if their gateway had not renewed them for long. */
    void lapse(String storeId) {
        run("DEL presence:of:store:" + storeId);
        run("ZREM presence:all store:" + storeId);
    }

    private void run(String command) {
        String password = address.getUserInfo().replaceFirst("^.*:", "");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String commands = "AUTH " + password + "\r\n" + command + "\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            requireDone(answers.readLine());
            requireDone(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireDone(String answer) {
        if (answer == null || !answer.matches("\\+OK|:\\d+")) {
            throw new IllegalStateException("Redis answered " + answer);
        }
    }
}
