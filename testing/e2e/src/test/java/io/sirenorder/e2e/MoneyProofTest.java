package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison of payments with orders and wallets, across the real services. */
@PlaysTogether
class MoneyProofTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();
    private final Api operator = stack.operator();

    @Test
    void a_planted_difference_is_told_and_goes_when_it_is_mended() {
        String order = sold();
        change(order, "amount_krw - 1");
        Eventually.is(() -> kinds(order), List.of("order-amount"), Stack.PATIENCE);
        change(order, "amount_krw + 1");
        Eventually.is(() -> kinds(order), List.of(), Stack.PATIENCE);
    }

    @Test
    void a_days_payments_are_cleared_by_the_wallets() {
        String order = sold();
        long won = merchant.order(order).path("amountKrw").asLong();
        Eventually.is(() -> line().path("bookedKrw").asLong(), won, Stack.PATIENCE);
        assertThat(line().path("paidKrw").asLong()).isEqualTo(won);
        assertThat(line().path("differenceKrw").asLong()).isZero();

        merchant.refuse(order, "SOLD_OUT").expect(200);
        stack.awaitFullRefund(order);
        Eventually.is(() -> line().path("cancelledKrw").asLong(), won, Stack.PATIENCE);
        Eventually.is(() -> line().path("bookedKrw").asLong(), 0L, Stack.PATIENCE);
        assertThat(line().path("differenceKrw").asLong()).isZero();
    }

    private String sold() {
        try (Socket till = merchant.till("")) {
            Answer checkout = stack.payAtOpenStore(buyer, merchant);
            String order = checkout.text("checkoutId");
            till.ack(till.await(
                    "order.placed", frame -> frame.d().path("orderId").asText().equals(order)));
            merchant.accept(order, 5).expect(200);
            return order;
        }
    }

    private void change(String order, String amount) {
        stack.databases().run("store", "UPDATE orders SET amount_krw = " + amount + " WHERE id = '" + order + "'");
    }

    private List<String> kinds(String order) {
        List<String> kinds = new ArrayList<>();
        operator.get("/proof?hours=1").expect(200).body().path("fulfilment").forEach(each -> {
            if (each.path("checkoutId").asText().equals(order)) {
                kinds.add(each.path("kind").asText());
            }
        });
        return kinds;
    }

    private JsonNode line() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        for (JsonNode line :
                operator.get("/settlement/days/" + today).expect(200).body().path("stores")) {
            if (line.path("storeId").asText().equals(merchant.storeId())) {
                return line;
            }
        }
        return operator.get("/settlement/days/" + today).expect(200).body().path("none");
    }
}
