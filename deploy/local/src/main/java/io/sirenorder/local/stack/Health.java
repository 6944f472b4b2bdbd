package io.sirenorder.local.stack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Health checks of parts, from outside. */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_REASON = 400;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Health() {}

    /** The trouble of a part that {@link StackFile} describes; empty when it is well. */
    public static Optional<String> of(JsonObject part) {
        String health = part.getString("health");
        return health == null ? listening(part.getInteger("port")) : answer(URI.create(health), "");
    }

    /** The report of a health check in one line; of any other body the status alone, since it may be a whole page. */
    private static String reason(HttpResponse<String> answer) {
        String line = answer.body().replaceAll("\\s+", " ");
        if (!line.startsWith("{")) {
            return "answers " + answer.statusCode();
        }
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    private static Optional<String> listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not listen");
        }
    }

    /**
     * Why a program is not ready, or nothing when its health check answers 200.
     *
     * @param start which start of the program has to answer; one that does not tell its start is believed
     */
    static Optional<String> answer(URI health, String start) {
        HttpRequest question = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = HTTP.send(question, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.of(reason(answer));
            }
            boolean another = !start.isEmpty()
                    && answer.headers()
                            .firstValue(Program.START_HEADER)
                            .filter(told -> !told.equals(start))
                            .isPresent();
            return another ? Optional.of("another process answers in its place") : Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
