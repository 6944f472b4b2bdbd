package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private HttpServer server;

    private URI answering(int status, String start) throws IOException {
        return answering(status, start, "");
    }

    private URI answering(int status, String start, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            if (start != null) {
                exchange.getResponseHeaders().set(Program.START_HEADER, start);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_process_that_was_started_last_is_ready() throws Exception {
        assertThat(Health.answer(answering(200, "this"), "this")).isEmpty();
    }

    @Test
    void the_health_of_another_process_on_the_same_port_does_not_count() throws Exception {
        assertThat(Health.answer(answering(200, "lost"), "this")).hasValue("another process answers in its place");
    }

    @Test
    void a_program_that_tells_no_start_is_believed() throws Exception {
        assertThat(Health.answer(answering(200, null), "this")).isEmpty();
    }

    @Test
    void an_unhealthy_one_is_not_ready() throws Exception {
        assertThat(Health.answer(answering(503, "this"), "this")).isPresent();
    }

    @Test
    void the_report_of_an_unhealthy_program_is_one_line() throws Exception {
        String report = "{\n  \"status\": \"DOWN\"\n}";
        assertThat(Health.answer(answering(503, "this", report), "this")).hasValue("{ \"status\": \"DOWN\" }");
    }

    @Test
    void a_page_of_an_error_is_not_a_report() throws Exception {
        assertThat(Health.answer(answering(500, "this", "<!doctype html>".repeat(900)), "this"))
                .hasValue("answers 500");
    }
}
