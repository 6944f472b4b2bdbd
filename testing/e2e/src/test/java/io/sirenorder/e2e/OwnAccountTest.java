package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import org.junit.jupiter.api.Test;

/** A store that has an account of its own at PortOne, beside one that has none. */
@PlaysTogether
class OwnAccountTest {
    private final Stack stack = Stack.running();
    private final Buyer buyer = stack.buyer();

    @Test
    void each_store_is_paid_into_its_own_account_and_refunds_from_there() {
        Merchant own = stack.merchantWithOwnAccount();
        Merchant other = stack.merchant();
        try (Socket till = own.till("");
                Socket otherTill = other.till("")) {
            Answer checkout = stack.payAtOpenStore(buyer, own);
            String orderId = checkout.text("checkoutId");
            till.ack(till.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(orderId)));
            String otherOrder = stack.payAtOpenStore(buyer, other).text("checkoutId");
            otherTill.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(otherOrder));

            assertThat(takenBy(orderId)).isEqualTo(stack.ownPortoneStoreId());
            assertThat(takenBy(otherOrder)).isEqualTo(stack.portoneStoreId());

            own.refuse(orderId, "SOLD_OUT").expect(200);
            stack.awaitFullRefund(orderId);
            assertThat(stack.portone().refunded(otherOrder)).isZero();
        }
    }

    private String takenBy(String paymentId) {
        return stack.portone().payment(paymentId).path("account").asText();
    }
}
