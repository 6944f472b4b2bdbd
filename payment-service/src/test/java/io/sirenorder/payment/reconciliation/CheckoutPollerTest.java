package io.sirenorder.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.DatabaseOutage;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No webhook ever comes, and everything is found. */
@QuarkusTest
class CheckoutPollerTest extends PaymentTest {
    private static final Eventually BY_ITSELF = Eventually.within(Duration.ofSeconds(20));

    @Inject
    ProofJob proof;

    private final String buyer = Shop.anyBuyer();

    @BeforeEach
    void silence() {
        Sim.faults(List.of(Map.of("fault", "webhook-never")));
        ledger.openLists();
    }

    @Test
    void an_open_checkout_whose_webhook_never_came_is_found() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        ledger.keepListsShut();
        ledger.run("UPDATE checkouts SET look_at = now() WHERE id = $1", Shop.uuid(checkout));
        BY_ITSELF.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void a_paid_payment_that_we_never_heard_of_is_found(String version) {
        String transaction = Purchase.of("mid_" + UUID.randomUUID().toString().substring(0, 12), LATTE_WON)
                .with("version", version)
                .pay()
                .path("transactionId")
                .asText();
        String checkout = BY_ITSELF.get(() -> ledger.checkoutOf(transaction));
        BY_ITSELF.that(() -> assertThat(ledger.types(checkout)).contains("refund.done"));
    }

    @Test
    void a_console_cancel_without_a_webhook_is_found() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        ledger.run("UPDATE checkouts SET look_at = now() WHERE id = $1", Shop.uuid(checkout));
        BY_ITSELF.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));

        Sim.console(checkout, Map.of());

        BY_ITSELF.that(
                () -> assertThat(ledger.types(checkout)).containsExactly("payment.approved", "payment.cancelled"));
    }

    @Test
    void a_list_that_cannot_be_read_for_a_while_is_read_after() {
        Sim.faults(List.of(
                Map.of("fault", "webhook-never"),
                Sim.rule("down", "v2.search", 2),
                Sim.rule("drop-response", "v1.list", 2)));
        String transaction = Purchase.of("pay_" + UUID.randomUUID().toString().substring(0, 12), LATTE_WON)
                .pay()
                .path("transactionId")
                .asText();
        BY_ITSELF.get(() -> ledger.checkoutOf(transaction));
    }

    @Test
    void a_list_that_was_being_read_when_the_database_went_is_read_again_before_its_lease_ends() {
        Sim.faults(List.of(
                Map.of("fault", "webhook-never"),
                Map.of("fault", "delay-answer", "at", "v2.search", "delayMs", 700, "times", 1)));
        String transaction = Purchase.of("pay_" + UUID.randomUUID().toString().substring(0, 12), LATTE_WON)
                .pay()
                .path("transactionId")
                .asText();
        BY_ITSELF.that(() -> assertThat(ledger.count("""
                        SELECT count(*) FROM sweeps WHERE name = 'payments-V2'
                        AND lease_at BETWEEN now() + interval '40 seconds' AND now() + interval '60 seconds'""")).isEqualTo(1));
        try (DatabaseOutage outage = DatabaseOutage.of("payment")) {
            outage.lasts(Duration.ofMillis(2_500));
        }
        assertThat(BY_ITSELF.get(() -> ledger.checkoutOf(transaction))).isNotEmpty();
    }

    @Test
    void the_books_agree_and_a_difference_is_told() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        ledger.run("UPDATE checkouts SET look_at = now() WHERE id = $1", Shop.uuid(checkout));
        BY_ITSELF.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        Orders.of(buyer, checkout).placed();
        BY_ITSELF.that(() ->
                assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("ORDER"));
        assertThat(differences(checkout)).isEmpty();

        age(checkout);
        assertThat(differences(checkout)).isEmpty();
        ledger.run("UPDATE checkouts SET outcome = NULL WHERE id = $1", Shop.uuid(checkout));
        assertThat(differences(checkout)).containsExactly("no-outcome");
        ledger.run("UPDATE checkouts SET outcome = 'ORDER', cancelled = 1 WHERE id = $1", Shop.uuid(checkout));
        assertThat(differences(checkout)).containsExactly("amounts");
        ledger.run("UPDATE checkouts SET cancelled = 0 WHERE id = $1", Shop.uuid(checkout));
        assertThat(differences(checkout)).isEmpty();
    }

    @Test
    void an_account_with_refused_keys_stops_no_other_comparison() {
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/proof?hours=1")
                .then()
                .statusCode(200)
                .body("unread", equalTo(List.of("refused-V2")))
                .body("payments", greaterThanOrEqualTo(0));
        proof.prove().await().atMost(Duration.ofSeconds(20));
        assertThat(ledger.count("""
                        SELECT count(*) FROM sweeps WHERE name IN ('proof-V1', 'proof-V2', 'proof-mapo-V2')
                        AND until > now() - interval '1 minute'""")).isEqualTo(3);
        assertThat(ledger.count("""
                        SELECT count(*) FROM sweeps WHERE name = 'proof-refused-V2' AND until < now() - interval '10 minutes'""")).isEqualTo(1);
    }

    @Test
    void only_services_and_operators_see_the_books() {
        given().get("/internal/proof").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .get("/internal/proof")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/internal/proof?hours=0")
                .then()
                .statusCode(400);
    }

    private void age(String checkout) {
        ledger.run(
                "UPDATE checkouts SET settled_at = now() - interval '10 minutes' WHERE id = $1", Shop.uuid(checkout));
    }

    private static List<String> differences(String checkout) {
        JsonPath proof = given().header("Authorization", "Bearer " + Tokens.service("gateway"))
                .get("/internal/proof?hours=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return proof.getList("differences.findAll { it.checkoutId == '" + checkout + "' }.kind");
    }
}
