package io.sirenorder.payment;

import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(PortOneTestResource.class)
class PaidOrderTest {
    @Inject
    Ledger ledger;

    @BeforeEach
    void open() {
        Shop.opens();
        Sim.reset(RestAssured.port);
    }

    @Test
    void a_paid_checkout_is_approved_once_with_what_was_ordered() {
        String buyer = Shop.anyBuyer();
        String checkout = Shop.checkout(buyer, Shop.orderOf(2));

        Sim.Purchase.of(checkout, 2 * LATTE_WON).pay();

        Shop.becomes(buyer, checkout, "PAID");
        assertThat(ledger.types(checkout)).containsExactly("payment.approved");
        var approved = ledger.events(checkout).get(0).body();
        assertThat(approved.path("paidKrw").asLong()).isEqualTo(2 * LATTE_WON);
        assertThat(approved.path("order").path("lines").get(0).path("quantity").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_payment_of_one_won_less_is_rejected_and_refunded_in_full() {
        String buyer = Shop.anyBuyer();
        String checkout = Shop.checkout(buyer, Shop.orderOf(2));
        String seen = checkout;

        Sim.Purchase.of(checkout, 2 * LATTE_WON - 1).pay();

        SOON.that(() ->
                assertThat(ledger.types(seen)).containsExactly("payment.rejected", "refund.requested", "refund.done"));
        assertThat(Shop.progress(buyer, checkout).getString("reason")).isEqualTo("amount-mismatch");
        assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED");
        assertThat(Sim.payment(checkout).path("cancellations")).hasSize(1);
    }
}
