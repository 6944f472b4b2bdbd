package io.sirenorder.payment.notification;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentNotificationsTest extends PaymentTest {
    @Test
    void a_buyer_is_told_why_their_payment_goes_back() {
        String buyer = Shop.anyBuyer();
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON - 1).pay();

        JsonNode frame = SOON.get(() -> RedisProbe.mail(Tokens.recipient(buyer)).get(0));

        assertThat(frame.path("t").asText()).isEqualTo("notice");
        assertThat(frame.path("d").path("kind").asText()).isEqualTo("payment.refunded");
        assertThat(frame.path("d").path("subject").asText()).isEqualTo("order:" + checkout);
        assertThat(frame.path("d").path("text").path("ko").asText())
                .contains("4,999원")
                .contains("결제 금액이 주문 금액과 다릅니다");
        assertThat(frame.path("d").path("text").path("en").asText()).contains("amount mismatch");
    }
}
