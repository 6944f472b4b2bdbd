package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PortOne's books: what was paid, what went back, and that a restart forgets nothing. */
class LedgerTest {
    @TempDir
    Path directory;

    @Test
    void the_journal_brings_everything_back_even_when_its_last_line_was_torn() throws IOException {
        Path file = directory.resolve("portone.jsonl");
        SimulatorConfig config = SimulatorConfig.sample().withJournal(file);
        String id = Buyer.newPaymentId();
        JsonObject before;
        try (PortOneSimulator simulator = PortOneSimulator.start(config)) {
            Buyer buyer = new Buyer(simulator);
            buyer.pay("V2", id);
            buyer.pay("V1", Buyer.newPaymentId());
            buyer.console(id, "cancel", new JsonObject().put("amount", 500));
            before = ledger(buyer);
        }
        Files.writeString(file, "{\"transactionId\": \"tor", StandardOpenOption.APPEND);

        try (PortOneSimulator simulator = PortOneSimulator.start(config)) {
            Buyer buyer = new Buyer(simulator);
            assertThat(ledger(buyer)).isEqualTo(before);
            assertThat(before.getLong("keptTotal")).isEqualTo(2 * Buyer.PRICE - 500);
            assertThat(buyer.pay("V2", id, asked -> asked).status()).isEqualTo(409);
            assertThat(buyer.view(id)
                            .getJsonArray("cancellations")
                            .getJsonObject(0)
                            .getLong("amount"))
                    .isEqualTo(500);
        }
    }

    private static JsonObject ledger(Buyer buyer) {
        return buyer.send("GET", "/sim/ledger", null).json();
    }

    @Test
    void a_thousand_payments_in_parallel_all_stand_in_the_ledger() {
        try (PortOneSimulator simulator = PortOneSimulator.start(SimulatorConfig.sample())) {
            HttpClient client = HttpClient.newHttpClient();
            List<CompletableFuture<Integer>> paid = IntStream.range(0, 1_000)
                    .mapToObj(nth -> pay(client, simulator, "payment-" + nth))
                    .toList();
            assertThat(paid).allMatch(answer -> answer.join() == 200);

            JsonObject ledger = ledger(new Buyer(simulator));

            assertThat(ledger.getInteger("paidCount")).isEqualTo(1_000);
            assertThat(ledger.getLong("paidTotal")).isEqualTo(1_000 * Buyer.PRICE);
        }
    }

    private static CompletableFuture<Integer> pay(HttpClient client, PortOneSimulator simulator, String id) {
        JsonObject asked = new JsonObject().put("paymentId", id).put("amount", Buyer.PRICE);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/sim/pay"))
                .POST(BodyPublishers.ofString(asked.encode()))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> answer.statusCode());
    }
}
