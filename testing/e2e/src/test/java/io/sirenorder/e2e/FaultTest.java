package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts that are killed in the middle of a story cost time, and nothing else. */
@PlaysAlone
class FaultTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void redis_killed_in_the_middle_of_ten_orders_loses_none() {
        List<String> orders = new ArrayList<>();
        try (Socket till = merchant.till("")) {
            till.onFrame(frame -> ackIfTicket(till, frame));
            List<Answer> checkouts = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                checkouts.add(
                        stack.checkOutAtOpenStore(stack.buyer(), merchant)); // one buyer may hold three at a store
            }
            for (Answer checkout : checkouts) {
                if (orders.size() == 5) {
                    stack.parts().kill("redis");
                }
                stack.portone().pay(checkout).expect(200);
                orders.add(checkout.text("checkoutId"));
            }
            for (String orderId : orders) {
                isPlaced(orderId);
                merchant.accept(orderId, 5).expect(200);
                merchant.finish(orderId).expect(200);
            }
        }
        long each = merchant.order(orders.get(0)).path("amountKrw").asLong();
        Eventually.is(merchant::balance, 10 * each);
        stack.parts().awaitHealthy();
    }

    private static void ackIfTicket(Socket till, Frame frame) {
        if (frame.isA("order.placed")) {
            till.ack(frame);
        }
    }

    @Test
    void a_service_killed_between_payment_and_order_loses_nothing() {
        for (String victim : List.of("store-service", "payment-service")) {
            Answer checkout;
            try (Socket till = merchant.till("")) {
                checkout = stack.checkOutAtOpenStore(buyer, merchant);
                stack.portone().pay(checkout).expect(200);
                stack.parts().kill(victim);
            }
            stack.parts().awaitHealthy();
            isPlaced(checkout.text("checkoutId"));
        }
    }

    private void isPlaced(String orderId) {
        Eventually.is(() -> merchant.api().get("/orders/" + orderId).status(), 200, Stack.PATIENCE);
        assertThat(merchant.order(orderId).path("status").asText()).isNotBlank();
    }
}
