package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.Map;
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

    @Test
    void a_store_that_operators_give_an_account_is_paid_into_it_and_earlier_payments_go_back_from_the_platforms() {
        Merchant merchant = stack.merchant();
        try (Socket till = merchant.till("")) {
            String before = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(before)));
            stack.operator()
                    .put(
                            "/merchants/" + merchant.merchantId() + "/stores/" + merchant.storeId()
                                    + "/payment-account",
                            Map.of("code", stack.ownCode()))
                    .expect(200);
            Eventually.is(() -> storesWith(merchant, stack.ownCode()), 1L);
            String after = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(after)));

            assertThat(takenBy(before)).isEqualTo(stack.portoneStoreId());
            assertThat(takenBy(after)).isEqualTo(stack.ownPortoneStoreId());
            merchant.refuse(before, "SOLD_OUT").expect(200);
            merchant.refuse(after, "SOLD_OUT").expect(200);
            stack.awaitFullRefund(before);
            stack.awaitFullRefund(after);
        }
    }

    /** Number of stores that are the merchant's and have the code; store-service hears of a change a moment later. */
    private long storesWith(Merchant merchant, String code) {
        return stack.databases()
                .count(
                        "store",
                        "SELECT count(*) FROM stores WHERE portone_merchant_code = '" + code + "' AND id = '"
                                + merchant.storeId() + "'");
    }

    private String takenBy(String paymentId) {
        return stack.portone().payment(paymentId).path("account").asText();
    }
}
