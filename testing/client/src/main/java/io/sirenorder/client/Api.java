package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Calls with JSON bodies, each within {@link #LIMIT}, as one caller or anonymously. */
public final class Api {
    public static final Duration LIMIT = Duration.ofSeconds(30);

    static {
        // The JDK keeps idle connections for 20 minutes and then writes into what the server has closed long since.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Map<String, String> headers;
    private final Consumer<Answer> witness;

    private Api(URI base, Map<String, String> headers, Consumer<Answer> witness) {
        this.base = base;
        this.headers = headers;
        this.witness = witness;
    }

    /** Anonymous calls to a server. */
    public static Api at(String base) {
        return new Api(URI.create(base), Map.of(), answer -> {});
    }

    /** The same, and those made of it: the witness gets each answer before the caller does. */
    public Api shownTo(Consumer<Answer> witness) {
        return new Api(base, headers, witness);
    }

    /** The same server, called by the bearer of a token. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with one more header, {@code Idempotency-Key} say. */
    public Api with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, more, witness);
    }

    public URI base() {
        return base;
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    /** Any method; a null body sends none, a {@link String} is sent as it is, anything else as JSON. */
    public Answer call(String method, String path, Object body) {
        long start = System.nanoTime();
        try {
            return answer(method + " " + path, start, HTTP.send(request(method, path, body), text()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The same without waiting for it. */
    public CompletableFuture<Answer> callAsync(String method, String path, Object body) {
        long start = System.nanoTime();
        return HTTP.sendAsync(request(method, path, body), text())
                .thenApply(response -> answer(method + " " + path, start, response));
    }

    private HttpRequest request(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return request.method(method, publisher(body)).build();
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        return HttpRequest.BodyPublishers.ofString(
                body instanceof String text ? text : Json.of(body).toString());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private Answer answer(String call, long start, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = type.contains("json") ? Json.parse(response.body()) : Json.of(response.body());
        Answer answer = new Answer(
                call, response.statusCode(), response.headers(), body, Duration.ofNanos(System.nanoTime() - start));
        witness.accept(answer);
        return answer;
    }
}
