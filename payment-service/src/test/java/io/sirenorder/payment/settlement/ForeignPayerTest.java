package io.sirenorder.payment.settlement;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Payments that somebody else than the buyer paid: taken and marked, as is set where nothing is said. */
@QuarkusTest
class ForeignPayerTest extends PaymentTest {
    private final String buyer = Shop.anyBuyer();

    @Inject
    MeterRegistry meters;

    @Test
    void the_window_names_the_buyer_by_a_digest_and_a_payment_by_it_is_the_buyers() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        String customer = Shop.progress(buyer, checkout).getString("portone.customerId");
        assertThat(customer).matches("[0-9a-f]{20}");
        String other = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(Shop.progress(buyer, other).getString("portone.customerId")).isEqualTo(customer);

        double before = counted();
        Purchase.of(checkout, LATTE_WON).with("customerId", customer).pay();
        isApproved(checkout, false);
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void a_friends_payment_is_taken_marked_and_counted() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        double before = counted();
        Purchase.of(checkout, LATTE_WON).with("customerId", "friend").pay();
        isApproved(checkout, true);
        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void a_client_that_names_no_customer_says_nothing() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        isApproved(checkout, false);
    }

    @Test
    void a_customer_named_in_any_language_is_another_and_no_failure() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON)
                .with("customerId", "친구 é ".repeat(12).strip())
                .pay();
        isApproved(checkout, true);
    }

    private void isApproved(String checkout, boolean byAnother) {
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        assertThat(Sim.payment(checkout).path("cancellations")).isEmpty();
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/payments/" + checkout)
                .then()
                .statusCode(200)
                .body("payerDiffers", is(byAnother))
                .body("verdict", is("APPROVED"));
    }

    private double counted() {
        return meters.get("siren.payments.foreign.payer")
                .tag("taken", "true")
                .counter()
                .count();
    }
}
