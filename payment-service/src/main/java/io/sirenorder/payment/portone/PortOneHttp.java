package io.sirenorder.payment.portone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One fixed host, no redirects, bounded waiting: any failure on the way is {@link PortOneUnreachable}. */
public final class PortOneHttp {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private final HttpClient client;
    private final URI base;
    private final Duration readTimeout;

    public PortOneHttp(Vertx vertx, URI base, PortOneConfig config) {
        this.base = base;
        this.readTimeout = config.readTimeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * 16)
                .setSsl("https".equals(base.getScheme())));
    }

    public Uni<PortOneAnswer> get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, headers, null);
    }

    public Uni<PortOneAnswer> post(String path, Map<String, String> headers, JsonNode body) {
        return send(HttpMethod.POST, path, headers, body);
    }

    private Uni<PortOneAnswer> send(HttpMethod method, String path, Map<String, String> headers, JsonNode body) {
        String call = method + " " + path.replaceFirst("\\?.*", "");
        return client.request(options(method, path, headers, body))
                .chain(request -> answer(request, body))
                .ifNoItem()
                .after(readTimeout.plusSeconds(1))
                .fail()
                .onFailure(failure -> !(failure instanceof PortOneUnreachable))
                .transform(failure -> new PortOneUnreachable(call + " got no answer", failure));
    }

    private Uni<PortOneAnswer> answer(HttpClientRequest request, JsonNode body) {
        Uni<HttpClientResponse> sent = body == null
                ? request.send()
                : request.send(Buffer.buffer(body.toString().getBytes(StandardCharsets.UTF_8)));
        return sent.chain(
                response -> response.body().map(bytes -> new PortOneAnswer(response.statusCode(), json(bytes))));
    }

    private RequestOptions options(HttpMethod method, String path, Map<String, String> headers, JsonNode body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort() >= 0 ? base.getPort() : DEFAULT_PORTS.get(base.getScheme()))
                .setURI(base.getRawPath().replaceFirst("/$", "") + path)
                .setFollowRedirects(false)
                .setIdleTimeout(readTimeout.toMillis())
                .putHeader("Accept", "application/json");
        headers.forEach(options::putHeader);
        return body == null ? options : options.putHeader("Content-Type", "application/json");
    }

    /** Null for what is not JSON: a proxy's page is no verdict of PortOne's. */
    private static JsonNode json(Buffer bytes) {
        try {
            JsonNode read = Tolerant.mapper().readTree(bytes.getBytes());
            return read.isObject() ? read : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new PortOneUnreachable("an answer could not be read", e);
        }
    }
}
