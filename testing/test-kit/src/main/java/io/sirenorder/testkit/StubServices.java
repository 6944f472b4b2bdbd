package io.sirenorder.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sirenorder.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The other services, as far as a service's own tests need them: feeds that can be appended to, and answers laid ready.
 * Real traffic between services is for the end-to-end stories.
 */
public final class StubServices {
    private static final List<String> NAMES = List.of("merchant", "store", "coupon", "payment");
    private static final Map<String, StubFeed> FEEDS = new ConcurrentHashMap<>();
    private static final List<Prepared> ANSWERS = new CopyOnWriteArrayList<>();
    private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();
    private static HttpServer server;

    private StubServices() {}

    /** A request that the service under test made; {@code path} begins with the neighbour's name: {@code /store/...}. */
    public record Request(
            String neighbour, String method, String path, String query, String authorization, String body) {
        public JsonNode json() {
            return Json.read(body);
        }
    }

    /** A prepared answer. */
    public record Reply(int status, String contentType, String body, Map<String, String> headers) {
        public Reply(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        public static Reply json(int status, Object body) {
            return new Reply(status, "application/json", Json.write(body));
        }

        /** A problem with that slug, as a neighbour would raise it. */
        public static Reply problem(int status, String slug) {
            Map<String, Object> body = Map.of(
                    "type", "https://sirenorder.io/problems/" + slug, "code", slug, "title", slug, "status", status);
            return new Reply(status, "application/problem+json", Json.write(body));
        }

        /** They asked too often, and may ask again after so many seconds. */
        public static Reply tooManyRequests(long seconds) {
            Reply problem = problem(429, "too-many-requests");
            return new Reply(429, problem.contentType(), problem.body(), Map.of("Retry-After", Long.toString(seconds)));
        }

        public static Reply empty(int status) {
            return new Reply(status, "application/json", "");
        }
    }

    private record Prepared(String method, Pattern path, Function<Request, Reply> answer, AtomicInteger left) {
        boolean takes(Request request) {
            return method.equals(request.method())
                    && path.matcher(request.path()).matches()
                    && left.getAndUpdate(before -> Math.max(0, before - 1)) > 0;
        }
    }

    /** The feed of that service. */
    public static StubFeed feed(String service) {
        return FEEDS.computeIfAbsent(service, name -> new StubFeed());
    }

    /**
     * Lays an answer ready, before all that fit too.
     *
     * @param path in any neighbour, {@code *} standing for one path element: {@code /internal/orders/*}
     */
    public static void answer(String method, String path, Function<Request, Reply> answer) {
        prepare(method, path, answer, Integer.MAX_VALUE);
    }

    /** The same for one request; the next that fits gets what was laid ready before. */
    public static void answerOnce(String method, String path, Function<Request, Reply> answer) {
        prepare(method, path, answer, 1);
    }

    private static void prepare(String method, String path, Function<Request, Reply> answer, int times) {
        Pattern pattern = Pattern.compile(path.replace("*", "[^/]+"));
        ANSWERS.add(0, new Prepared(method, pattern, answer, new AtomicInteger(times)));
    }

    /** The requests to neighbours, except those for their feeds. */
    public static List<Request> requests() {
        return List.copyOf(REQUESTS);
    }

    /** Forgets requests and answers, not the feeds, which a service has read already. */
    public static void forget() {
        REQUESTS.clear();
        ANSWERS.clear();
    }

    static void forgetAll() {
        forget();
        FEEDS.clear();
    }

    /** The address at which the neighbour of that name is. */
    public static URI url(String neighbour) {
        return URI.create("http://127.0.0.1:" + server().getAddress().getPort() + "/" + neighbour);
    }

    static Map<String, String> urlsFor(String service) {
        Map<String, String> urls = new LinkedHashMap<>();
        NAMES.stream()
                .filter(name -> !name.equals(service))
                .forEach(name ->
                        urls.put("siren.neighbours." + name + ".url", url(name).toString()));
        return urls;
    }

    private static synchronized HttpServer server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    private static HttpServer start() {
        try {
            int port = Ports.anyFree();
            HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            created.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "neighbours");
                thread.setDaemon(true);
                return thread;
            }));
            created.createContext("/", StubServices::serve);
            created.start();
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            Reply reply = request.path().equals("/internal/events")
                    ? feed(request.neighbour()).page(request.query())
                    : reply(request);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Reply reply(Request request) {
        REQUESTS.add(request);
        return ANSWERS.stream()
                .filter(prepared -> prepared.takes(request))
                .findFirst()
                .map(prepared -> prepared.answer().apply(request))
                .orElseGet(() -> Reply.problem(404, "not-found"));
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getRawPath().split("/", 3);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(
                parts[1],
                exchange.getRequestMethod(),
                "/" + (parts.length > 2 ? parts[2] : ""),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body);
    }
}
