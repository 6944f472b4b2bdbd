package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that operators suspend while a buyer is about to pay. */
@PlaysTogether
class SuspendedStoreTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void suspended_between_quote_and_payment_is_refused_and_refunded() {
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            quote().expect(200);
            Answer checkout = buyer.checkOut(merchant.storeId()).expect(201);
            String orderId = checkout.text("checkoutId");
            suspend();
            assertThat(quote().problem()).isEqualTo("store-closed");
            assertThat(buyer.checkOut(merchant.storeId()).problem()).isEqualTo("store-closed");

            stack.portone().pay(checkout).expect(200);
            stack.awaitFullRefund(orderId);
            Eventually.is(() -> buyer.order(orderId).path("refund").asText(), "done");
            assertThat(buyer.order(orderId).path("status").asText()).isEqualTo("REFUSED");
            assertThat(buyer.order(orderId).path("reason").asText()).isEqualTo("STORE_CLOSED");
            wasRefundedOnce(orderId);
            assertThat(till.frames("order.placed")).isEmpty();
            assertThat(merchant.balance()).isZero();
        }
    }

    private Answer quote() {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        return stack.api()
                .post("/quotes", Map.of("storeId", merchant.storeId(), "lines", List.of(line), "pickup", "TO_GO"));
    }

    /** Comes back when store-service knows. */
    private void suspend() {
        stack.operator()
                .post(
                        "/merchants/" + merchant.merchantId() + "/stores/" + merchant.storeId() + "/suspension",
                        Map.of("reason", "위생 점검"))
                .expect(200);
        Eventually.is(() -> stack.isOpen(merchant), false);
    }

    private void wasRefundedOnce(String orderId) {
        assertThat(stack.databases()
                        .count("payment", "SELECT count(*) FROM refunds WHERE checkout_id = '" + orderId + "'"))
                .isEqualTo(1);
        assertThat(stack.portone().payment(orderId).path("cancellations")).hasSize(1);
        assertThat(stack.databases()
                        .count(
                                "store",
                                "SELECT count(*) FROM holds WHERE status IN ('HELD', 'COMMITTED') AND store_id = '"
                                        + merchant.storeId() + "'"))
                .isZero();
    }
}
