package io.sirenorder.store.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Remembers answers to anonymous readers of the list of stores and of the house's menu for a second, so that many readers
 * cost one query. A change through this replica is read at once; one through another replica, or by the clock, after at
 * most that second. A single store and a store's menu, with its stock, are read anew each time, and orders are priced
 * without this memory.
 */
@Singleton
class PublicAnswers {
    /** The time for which clients and proxies may use an answer without asking again. */
    static final Duration LIFE = Duration.ofSeconds(1);

    static final String CACHE_CONTROL = "public, max-age=" + LIFE.toSeconds();

    private static final int AFTER_THE_CHECKS = -1_000;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_REFUSAL = 400;
    private static final Set<HttpMethod> WRITING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final int LONGEST_URI = 512;
    private static final long MOST_BYTES = 16L << 20;
    private static final Pattern READABLE = Pattern.compile("/stores|/menu(/[^/]+)?");
    private static final Pattern CHANGING = Pattern.compile("/(stores|menu|internal/till)(/.*)?");
    private static final String OF_A_STORE = "storeId=";
    private static final String KEEPER = PublicAnswers.class.getName();

    private record Answer(Buffer body, String tag) {}

    /** The place in which the resource leaves the answer, once it is known. */
    private record Keeper(String uri, long generation) {}

    private final AtomicLong generation = new AtomicLong();
    private final Cache<String, Answer> answers = Caffeine.newBuilder()
            .expireAfterWrite(LIFE)
            .maximumWeight(MOST_BYTES)
            .weigher((String uri, Answer answer) -> uri.length() + answer.body().length())
            .build();

    void install(@Observes @Priority(1) Router router) {
        router.route().order(AFTER_THE_CHECKS).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        if (isReadable(request.request())) {
            read(request);
            return;
        }
        if (isChange(request.request())) {
            request.addEndHandler(ended -> forgetIfChanged(request.response()));
        }
        request.next();
    }

    private void read(RoutingContext request) {
        Answer known = answers.getIfPresent(request.request().uri());
        if (known == null) {
            request.put(KEEPER, new Keeper(request.request().uri(), generation.get()));
            request.next();
        } else {
            send(request, known);
        }
    }

    private static void send(RoutingContext request, Answer answer) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ETAG, answer.tag()).putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        if (answer.tag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(answer.body());
        }
    }

    /**
     * Keeps the answer to the current request if it is public.
     *
     * @return whether clients and proxies may keep it too
     */
    boolean keep(RoutingContext request, byte[] body, String tag) {
        Keeper keeper = request.get(KEEPER);
        if (keeper == null) {
            return false;
        }
        if (keeper.generation() == generation.get()) {
            answers.put(keeper.uri(), new Answer(Buffer.buffer(body), tag));
        }
        return true;
    }

    /** A refused request changed nothing, so that strangers can't empty the memory. */
    private void forgetIfChanged(HttpServerResponse response) {
        if (response.getStatusCode() < FIRST_REFUSAL) {
            generation.incrementAndGet();
            answers.invalidateAll();
        }
    }

    private static boolean isReadable(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.uri().length() <= LONGEST_URI
                && READABLE.matcher(request.path()).matches()
                && (request.query() == null || !request.query().contains(OF_A_STORE))
                && isJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean isJson(String accept) {
        return accept == null || accept.contains("*/*") || accept.contains("application/json");
    }

    private static boolean isChange(HttpServerRequest request) {
        return WRITING.contains(request.method())
                && CHANGING.matcher(request.path()).matches();
    }
}
