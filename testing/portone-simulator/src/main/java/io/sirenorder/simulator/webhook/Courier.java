package io.sirenorder.simulator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Map;

/** Carries one request to the merchant's server; follows no redirect and waits no longer than it is told. */
final class Courier {
    private static final int CONNECTIONS = 128;
    private static final int KEPT_ANSWER_CHARS = 500;

    private final HttpClient client;

    Courier(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(20), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Never fails: what goes wrong on the way is a receipt of status 0. */
    Future<Receipt> carry(String url, Map<String, String> headers, String body, Patience patience) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setConnectTimeout(patience.connectMillis())
                .setIdleTimeout(patience.readMillis());
        headers.forEach(options::putHeader);
        return Future.succeededFuture(options)
                .compose(client::request)
                .compose(request -> exchange(request, body))
                .recover(failure -> Future.succeededFuture(new Receipt(0, String.valueOf(failure.getMessage()))));
    }

    private static Future<Receipt> exchange(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).compose(Courier::receipt);
    }

    private static Future<Receipt> receipt(HttpClientResponse response) {
        return response.body().map(answer -> new Receipt(response.statusCode(), shortened(answer.toString())));
    }

    private static String shortened(String answer) {
        return answer.substring(0, Math.min(answer.length(), KEPT_ANSWER_CHARS));
    }
}
