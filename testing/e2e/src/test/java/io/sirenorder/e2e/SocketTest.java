package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import io.sirenorder.client.UpgradeRefused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promise of a socket: every message in order, across drops, or an honest reset. */
@PlaysTogether
class SocketTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void a_till_that_drops_and_resumes_misses_nothing() {
        Socket first = merchant.till("");
        List<Answer> checkouts = IntStream.range(0, 3)
                .mapToObj(order -> stack.checkOutAtOpenStore(buyer, merchant))
                .toList();
        String resume = first.resumeQuery();
        first.drop();
        checkouts.forEach(checkout -> stack.portone().pay(checkout).expect(200));
        checkouts.forEach(checkout -> Eventually.is(
                () -> buyer.api().get("/orders/" + checkout.text("checkoutId")).status(), 200));

        try (Socket second = merchant.till(resume)) {
            assertThat(second.frames("session.welcome")
                            .get(0)
                            .d()
                            .path("resumed")
                            .asBoolean())
                    .isTrue();
            for (Answer checkout : checkouts) {
                second.await("order.placed", frame -> frame.text("orderId").equals(checkout.text("checkoutId")));
            }
            assertThat(second.frames().stream().map(Frame::pos).filter(pos -> !pos.isEmpty()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_position_of_another_epoch_is_an_honest_reset() {
        try (Socket till = merchant.till("?epoch=forgotten&pos=1-0")) {
            assertThat(till.frames("session.welcome").get(0).d().path("resumed").asBoolean())
                    .isFalse();
            till.await("session.reset", frame -> true);
        }
    }

    @Test
    void a_buyer_who_reconnects_ends_in_the_right_state() {
        try (Socket till = merchant.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            Socket phone = buyer.phone("");
            String resume = phone.resumeQuery();
            phone.drop();
            merchant.accept(orderId, 5).expect(200);
            merchant.finish(orderId).expect(200);

            try (Socket again = buyer.phone(resume)) {
                Frame last = again.await(
                        "order.status", frame -> frame.text("status").equals("finish"));
                assertThat(last.d().path("version").asLong())
                        .isEqualTo(buyer.order(orderId).path("version").asLong());
            }
        }
    }

    @Test
    void a_socket_needs_a_token_of_its_own_role() {
        assertThat(refusal("/ws/merchant", "none")).isEqualTo(401);
        assertThat(refusal("/ws/merchant", buyer.token())).isEqualTo(403);
        assertThat(refusal("/ws/buyer", merchant.token())).isEqualTo(403);
    }

    @Test
    void a_till_cannot_act_on_another_stores_order() {
        Merchant stranger = stack.merchant();
        try (Socket till = merchant.till("");
                Socket foreign = stranger.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            Frame reply = foreign.command(
                    "order.accept", Json.object().put("orderId", orderId).put("minutes", 5));
            assertThat(reply.json().path("error").path("code").asText()).isEqualTo("not-found");
            assertThat(foreign.frames("order.placed")).isEmpty();
            assertThat(buyer.order(orderId).path("status").asText()).isEqualTo("WAITING");
        }
    }

    @Test
    void a_repeated_command_happens_once_and_gets_the_same_reply() {
        try (Socket till = merchant.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            var accept = Json.object().put("orderId", orderId).put("minutes", 5);
            till.command("order.accept", "the-same-id-0001", accept);
            try (Socket other = merchant.till("")) {
                Frame again = other.command("order.accept", "the-same-id-0001", accept);
                assertThat(again.json().path("ok").asBoolean()).isTrue();
            }
            assertThat(buyer.order(orderId).path("timeline"))
                    .filteredOn(step -> step.path("step").asText().equalsIgnoreCase("accepted"))
                    .hasSize(1);
        }
    }

    private int refusal(String path, String token) {
        return catchThrowableOfType(UpgradeRefused.class, () -> Socket.open(stack.api(), path, token))
                .status();
    }
}
