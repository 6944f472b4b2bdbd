package io.sirenorder.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** The merchant's server: hears webhooks and answers them as told. */
final class Shop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile IntUnaryOperator statusOfNth = nth -> 200;

    record Heard(JsonObject headers, String body) {
        String header(String name) {
            return headers.getString(name);
        }

        JsonObject json() {
            return new JsonObject(body);
        }

        String type() {
            return json().getString("type");
        }
    }

    Shop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonObject headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status;
        synchronized (heard) {
            status = statusOfNth.applyAsInt(heard.size());
            heard.add(new Heard(headers, body));
        }
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void answers(IntUnaryOperator status) {
        statusOfNth = status;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/portone";
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<Heard> until(Predicate<List<Heard>> enough) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!enough.test(heard())) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still only heard " + heard());
            }
            LockSupport.parkNanos(2_000_000);
        }
        return heard();
    }

    List<Heard> first(int count) {
        return until(all -> all.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
