package io.sirenorder.kit.identity;

import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Fetches keys over HTTP, within limits of time and size. */
final class HttpKeySource implements KeySource {
    private static final int TIMEOUT_MILLIS = 3_000;
    /** A Kubernetes API server answers 406 unless the first is asked for; others know only the second. */
    private static final String MEDIA_TYPES = "application/jwk-set+json, application/json;q=0.9";

    private final Vertx vertx;
    private final HttpClient client;
    private final URI address;
    private final Optional<Path> tokenFile;

    HttpKeySource(Vertx vertx, URI address, Optional<Path> tokenFile, Optional<TlsConfiguration> tls) {
        this.vertx = vertx;
        this.address = address;
        this.tokenFile = tokenFile;
        this.client = vertx.createHttpClient(options(tls));
    }

    private static HttpClientOptions options(Optional<TlsConfiguration> tls) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setMaxPoolSize(1)
                .setKeepAlive(false); // an idle connection would be closed just when the next poll takes it
        tls.ifPresent(trusted -> options.setTrustOptions(trusted.getTrustStoreOptions()));
        return options;
    }

    @Override
    public Future<Map<String, PublicKey>> fetch() {
        return token().compose(this::request)
                .compose(HttpClientRequest::send)
                .compose(HttpKeySource::body)
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .map(KeySet::parse);
    }

    private Future<String> token() {
        return tokenFile
                .map(file -> vertx.fileSystem()
                        .readFile(file.toString())
                        .map(text -> text.toString().strip()))
                .orElseGet(() -> Future.succeededFuture(""));
    }

    private Future<HttpClientRequest> request(String token) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Accept", MEDIA_TYPES);
        return client.request(token.isEmpty() ? options : options.putHeader("Authorization", "Bearer " + token));
    }

    /** Reads no further than a sensible size. */
    private static Future<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("status " + response.statusCode());
        }
        Promise<String> whole = Promise.promise();
        Buffer text = Buffer.buffer();
        response.handler(chunk -> {
            text.appendBuffer(chunk);
            if (text.length() > KeySet.LARGEST && whole.tryFail("larger than " + KeySet.LARGEST + " bytes")) {
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(text.toString()));
        return whole.future();
    }
}
