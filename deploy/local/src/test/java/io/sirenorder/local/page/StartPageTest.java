package io.sirenorder.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPageTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> ADDRESSES = Map.of(
            "door", "http://localhost:8080",
            "sockets", "ws://localhost:8080",
            "simulator", "http://localhost:8090",
            "buyers", "http://localhost:8080/dev/issuers/buyers",
            "operators", "http://localhost:8080/dev/issuers/operators",
            "routes", "/stores, /menu");

    private final Vertx vertx = Vertx.vertx();
    private volatile Map<String, String> account = Map.of("till", "/till/", "tillAccount", "none yet");
    private String address;

    @BeforeEach
    void open() {
        StartPage page = new StartPage(ADDRESSES, () -> account);
        int port = vertx.createHttpServer()
                .requestHandler(request -> serve(page, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        address = "http://127.0.0.1:" + port;
    }

    private static void serve(StartPage page, HttpServerRequest request) {
        if (!page.serves(request)) {
            request.response().setStatusCode(404).end();
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void the_address_itself_leads_to_the_start_page(String method) throws Exception {
        HttpResponse<String> answer = call(method, "/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/dev");
        assertThat(call("GET", "/dev").statusCode()).isEqualTo(200);
    }

    @Test
    void it_links_the_three_pages_and_says_every_address() throws Exception {
        String document = call("GET", "/dev").body();
        assertThat(document).contains("href=\"/till/\"", "href=\"/shop/\"", "href=\"/operator/\"");
        assertThat(document).contains(ADDRESSES.values()).doesNotContain("{{");
    }

    @Test
    void it_shows_the_demo_store_once_there_is_one_and_as_text() throws Exception {
        assertThat(call("GET", "/dev").body()).contains("none yet");
        account = Map.of("till", "/till/#m=42", "tillAccount", "<b>cafe</b>");
        assertThat(call("GET", "/dev/").body()).contains("href=\"/till/#m=42\"", "&lt;b&gt;cafe&lt;/b&gt;");
    }

    @Test
    void it_runs_no_script_and_has_its_own_style() throws Exception {
        HttpResponse<String> page = call("GET", "/dev");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "style-src 'self'"));
        HttpResponse<String> style = call("GET", "/dev/style.css");
        assertThat(style.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(style.body()).isNotBlank();
    }

    @Test
    void anything_else_is_left_to_others() throws Exception {
        assertThat(call("GET", "/dev/issuers").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/development").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/").statusCode()).isEqualTo(404);
        assertThat(call("DELETE", "/dev").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
