package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments that somebody else than the buyer paid, where they are to be refused. */
@QuarkusTest
@TestProfile(ForeignPayerRefusedTest.Refusing.class)
class ForeignPayerRefusedTest extends PaymentTest {
    private final String buyer = Shop.anyBuyer();

    /** Settings by which nobody but the buyer may pay. */
    public static class Refusing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siren.payments.foreign-payer", "REFUSE");
        }
    }

    @Test
    void another_payers_money_goes_back_whole_and_the_buyers_is_taken() {
        String friends = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(friends, LATTE_WON).with("customerId", "friend").pay();
        String own = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(own, LATTE_WON)
                .with("customerId", Shop.progress(buyer, own).getString("portone.customerId"))
                .pay();

        SOON.that(() -> assertThat(ledger.types(friends))
                .containsExactly("payment.rejected", "refund.requested", "refund.done"));
        assertThat(Shop.progress(buyer, friends).getString("reason")).isEqualTo("payer-differs");
        assertThat(Sim.payment(friends).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
        SOON.that(() -> assertThat(ledger.types(own)).containsExactly("payment.approved"));
    }
}
