package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualAddressTest {
    private final Vertx vertx = Vertx.vertx();
    private final Origin first = Origin.start(vertx);
    private final Origin second = Origin.start(vertx);
    private final VirtualAddress address =
            VirtualAddress.open(vertx, 0, new Pool(List.of(first.instance, second.instance)));

    @AfterEach
    void close() {
        address.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Asks over a connection of its own, kept for its next question. */
    private final class Neighbour {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        int ask() throws IOException, InterruptedException {
            URI uri = URI.create("http://127.0.0.1:" + address.port() + "/internal/quotes");
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void connections_go_to_the_instances_in_turn() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(new Neighbour().ask()).isEqualTo(200);
        }
        assertThat(first.seen).hasSize(2);
        assertThat(second.seen).hasSize(2);
    }

    @Test
    void a_connection_stays_with_an_instance_that_takes_no_new_ones() throws Exception {
        Neighbour old = new Neighbour();
        old.ask();
        first.instance.serving(false);
        old.ask();
        new Neighbour().ask();
        new Neighbour().ask();
        assertThat(first.seen).hasSize(2);
        assertThat(second.seen).hasSize(2);
    }

    @Test
    void an_instance_that_refuses_connections_is_passed_over() throws Exception {
        first.stop();
        assertThat(new Neighbour().ask()).isEqualTo(200);
        assertThat(second.seen).hasSize(1);
    }

    @Test
    void without_a_ready_instance_there_is_no_answer() {
        first.instance.serving(false);
        second.instance.serving(false);
        assertThatThrownBy(() -> new Neighbour().ask()).isInstanceOf(IOException.class);
        assertThat(first.seen).isEmpty();
        assertThat(second.seen).isEmpty();
    }
}
