package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Every command of the sockets' document that names an order, sent by a till of another store while the order waits, is made
 * and is ready. A command that is new is played without a line here.
 */
@PlaysTogether
class StrangerTillTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "asyncapi", "sockets.yaml");

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Merchant stranger = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void no_command_moves_an_order_of_another_store_or_tells_that_it_is_there() throws IOException {
        List<JsonNode> commands = commandsForOrders();
        assertThat(commands).hasSizeGreaterThan(4);
        try (Socket till = merchant.till("");
                Socket foreign = stranger.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            Eventually.is(() -> merchant.order(orderId).path("deliveredAt").isTextual(), true);
            areRefused(commands, foreign, orderId);
            merchant.accept(orderId, 5).expect(200);
            areRefused(commands, foreign, orderId);
            merchant.finish(orderId).expect(200);
            areRefused(commands, foreign, orderId);
        }
    }

    private void areRefused(List<JsonNode> commands, Socket foreign, String orderId) {
        JsonNode before = merchant.order(orderId);
        for (JsonNode command : commands) {
            JsonNode error = error(foreign, command, orderId);
            assertThat(error.path("code").asText()).as("%s", command).isEqualTo("not-found");
            assertThat(error)
                    .as("%s", command)
                    .isEqualTo(error(foreign, command, UUID.randomUUID().toString()));
        }
        assertThat(merchant.order(orderId)).isEqualTo(before);
    }

    private static JsonNode error(Socket foreign, JsonNode command, String orderId) {
        ObjectNode d = command.path("d").deepCopy();
        d.put("orderId", orderId);
        return foreign.command(command.path("t").asText(), d).json().path("error");
    }

    /** Examples of the document. */
    private static List<JsonNode> commandsForOrders() throws IOException {
        JsonNode document = new YAMLMapper().readTree(DOCUMENT.toFile());
        JsonNode messages = document.at("/operations/commandOfMerchant/messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("$ref").asText().replaceFirst(".*/", ""))
                .map(name -> document.path("components")
                        .path("messages")
                        .path(name)
                        .path("examples")
                        .path(0)
                        .path("payload"))
                .filter(example -> example.path("d").has("orderId"))
                .toList();
    }
}
