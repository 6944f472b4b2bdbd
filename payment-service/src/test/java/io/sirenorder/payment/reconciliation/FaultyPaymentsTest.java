package io.sirenorder.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.GANGNAM;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Everything goes wrong at once, by a printed seed; in the end each payment is one order or a refund, and the books agree. */
@QuarkusTest
class FaultyPaymentsTest extends PaymentTest {
    private static final Logger LOG = Logger.getLogger(FaultyPaymentsTest.class);
    private static final long SEED = Long.getLong("siren.seed", 20_240_425L);
    private static final int PAYMENTS = Integer.getInteger("siren.faulty.payments", 60);
    private static final Eventually IN_THE_END = Eventually.within(Duration.ofSeconds(90));

    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final String buyer = Shop.anyBuyer();
    private final List<String> transactions = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();

    @Test
    void however_faulty_portone_is_the_books_agree_in_the_end() {
        LOG.infof("%d faulty payments, -Dsiren.seed=%d -Dsiren.faulty.payments=%d", PAYMENTS, SEED, PAYMENTS);
        Sim.faults(SEED, faults());
        for (int i = 0; i < PAYMENTS; i++) {
            String checkout = Shop.checkout(Shop.anyBuyer(), Shop.orderOf(1));
            transactions.add(purchase(checkout).pay().path("transactionId").asText());
        }
        placeAndRefuse();
        Sim.heal();
        ledger.openLists();
        IN_THE_END.that(this::everythingPaidIsSettled);
        IN_THE_END.that(() -> {
            placeRest();
            everyPaymentBecameOneThing();
        });
        IN_THE_END.that(() -> assertThat(differences()).isEmpty());
    }

    private static List<Map<String, Object>> faults() {
        List<Map<String, Object>> rules = new ArrayList<>();
        List.of("webhook-never", "webhook-reorder", "webhook-unsigned", "webhook-wrong-key", "webhook-stale")
                .forEach(fault -> rules.add(chance(fault, 0.15)));
        List.of("webhook-duplicate", "webhook-replayed", "webhook-unknown-type", "webhook-extra-fields")
                .forEach(fault -> rules.add(chance(fault, 0.3)));
        List.of("amount-differs", "currency-differs", "test-channel", "custom-data-garbage", "custom-data-null")
                .forEach(fault -> rules.add(chance(fault, 0.08)));
        List.of("paid-after-failed", "virtual-account", "pay-pending").forEach(fault -> rules.add(chance(fault, 0.08)));
        List.of("cancel-requested", "cancel-failed", "outstanding").forEach(fault -> rules.add(at("v2.cancel", fault)));
        for (String call : List.of("v2.get", "v1.get", "v1.find", "v1.token", "v2.cancel", "v1.cancel")) {
            List.of("error", "error-after", "drop-response", "unauthorized", "garbled", "down", "extra-fields")
                    .forEach(fault -> rules.add(at(call, fault)));
        }
        return rules;
    }

    private static Map<String, Object> chance(String fault, double probability) {
        return Map.of("fault", fault, "probability", probability);
    }

    private static Map<String, Object> at(String call, String fault) {
        return Map.of("fault", fault, "at", call, "probability", 0.08);
    }

    /** A third as promised, a third as the original app pays, a third by the other version than promised. */
    private Purchase purchase(String checkout) {
        String version = dice.nextBoolean() ? "V1" : "V2";
        Map<String, Object> wish = Map.of(
                "type",
                "order",
                "data",
                Map.of("storeId", GANGNAM.toString(), "orderInfo", Map.of("menus", List.of(Map.of("name", "카페라떼")))));
        return switch (dice.nextInt(3)) {
            case 0 -> Purchase.of(checkout, LATTE_WON);
            case 1 ->
                Purchase.of(
                                "mid_"
                                        + new UUID(dice.nextLong(), dice.nextLong())
                                                .toString()
                                                .substring(0, 20),
                                LATTE_WON)
                        .with("version", version)
                        .with("buyerEmail", "buyer@example.com")
                        .with("customData", wish);
            default ->
                Purchase.of(checkout, LATTE_WON)
                        .with("version", version)
                        .with("customData", Map.of("checkoutId", checkout));
        };
    }

    private void everythingPaidIsSettled() {
        for (JsonNode payment : paid()) {
            assertThat(ledger.count("SELECT count(*) FROM checkouts WHERE transaction_id = $1", id(payment)))
                    .as("%s", payment)
                    .isEqualTo(1);
        }
    }

    /** Places orders of payments approved while everything is still at fault, and refuses a third of them at once. */
    private void placeAndRefuse() {
        for (String checkout : approvedAndNotPlaced()) {
            placed.add(checkout);
            Orders order = Orders.of(buyer, checkout).placed();
            if (dice.nextInt(3) == 0) {
                order.refused();
            }
        }
    }

    /** Each once, and also those that a bank approves late: an event that got lost is not made up for. */
    private void placeRest() {
        approvedAndNotPlaced().stream()
                .filter(placed::add)
                .forEach(checkout -> Orders.of(buyer, checkout).placed());
    }

    private List<String> approvedAndNotPlaced() {
        return transactions.stream()
                .filter(transaction -> ledger.count("""
                                SELECT count(*) FROM checkouts WHERE transaction_id = $1 AND verdict = 'APPROVED'
                                AND outcome IS NULL AND NOT EXISTS (SELECT FROM refunds WHERE checkout_id = checkouts.id)""", transaction) > 0)
                .map(ledger::checkoutOf)
                .toList();
    }

    private void everyPaymentBecameOneThing() {
        for (JsonNode payment : paid()) {
            boolean isBack = payment.path("cancelledAmount").asLong()
                    == payment.path("amount").asLong();
            String expected = isBack ? "REFUNDED" : "ORDER";
            assertThat(ledger.count(
                            "SELECT count(*) FROM checkouts WHERE transaction_id = $1 AND outcome = $2",
                            id(payment),
                            expected))
                    .as("%s is %s", payment, expected)
                    .isEqualTo(1);
            assertThat(payment.path("cancelledAmount").asLong())
                    .isIn(0L, payment.path("amount").asLong());
        }
    }

    /** PortOne's own view of those that were paid. */
    private List<JsonNode> paid() {
        return transactions.stream()
                .map(Sim::payment)
                .filter(payment -> List.of("PAID", "CANCELLED", "PARTIAL_CANCELLED")
                        .contains(payment.path("status").asText()))
                .filter(payment -> !isTestOfV1(payment))
                .toList();
    }

    private static boolean isTestOfV1(JsonNode payment) {
        return payment.path("version").asText().equals("V1")
                && payment.path("channel").asText().equals("TEST");
    }

    private static String id(JsonNode payment) {
        return payment.path("transactionId").asText();
    }

    private List<String> differences() {
        JsonPath proof = given().header("Authorization", "Bearer " + Tokens.service("gateway"))
                .get("/internal/proof?hours=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, String>> all = proof.getList("differences");
        return all.stream()
                .filter(each -> ledger.count(
                                "SELECT count(*) FROM checkouts WHERE id::text = $1 AND transaction_id = ANY ($2)",
                                String.valueOf(each.get("checkoutId")),
                                transactions.toArray(String[]::new))
                        > 0)
                .map(String::valueOf)
                .toList();
    }
}
