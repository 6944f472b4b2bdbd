package io.sirenorder.kit.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionDrainingTest {
    private final Vertx vertx = Vertx.vertx();
    private final ConnectionDraining draining = new ConnectionDraining();
    private final HttpServer server = serve();

    private HttpServer serve() {
        Filters filters = new Filters();
        draining.install(filters);
        Router router = Router.router(vertx);
        for (Filter filter : filters.getFilters()) {
            router.route().handler(filter.getHandler());
        }
        router.route().handler(request -> request.response().end("fine"));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<String> ask() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_program_that_stays_keeps_connections() throws Exception {
        assertThat(ask().headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void one_that_leaves_answers_and_says_that_the_connection_is_over() throws Exception {
        draining.begin();
        HttpResponse<String> answer = ask();
        assertThat(answer.body()).isEqualTo("fine");
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    }
}
