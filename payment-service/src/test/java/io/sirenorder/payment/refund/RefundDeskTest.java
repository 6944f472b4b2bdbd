package io.sirenorder.payment.refund;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds that PortOne refuses: operators find them and end them. */
@QuarkusTest
class RefundDeskTest extends PaymentTest {
    private static final Map<String, Object> PAID_BACK = Map.of("note", "계좌로 송금했습니다.", "settledKrw", LATTE_WON);

    private final String buyer = Shop.anyBuyer();

    @Test
    void a_manual_refund_is_found_retried_and_done() {
        String checkout = manual();
        String refund = found(checkout);
        Sim.heal();
        post(refund, "retry", null)
                .statusCode(200)
                .body("status", equalTo("DUE"))
                .body("refusals", equalTo(1));
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.manual", "refund.done"));
        assertThat(Sim.payment(checkout).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
        assertThat(changes(refund)).isEqualTo(1);
    }

    @Test
    void a_retry_uses_a_new_key() {
        String checkout = manual();
        String refund = found(checkout);
        ledger.run("UPDATE refunds SET next_try_at = now() + interval '1 hour' WHERE id = $1", UUID.fromString(refund));
        long before = ledger.count("SELECT refusals FROM refunds WHERE id = $1", UUID.fromString(refund));
        post(refund, "retry", null).statusCode(200);
        assertThat(ledger.count("SELECT refusals FROM refunds WHERE id = $1", UUID.fromString(refund)))
                .isGreaterThan(before);
    }

    @Test
    void settled_by_hand_ends_it_and_the_proof_is_clean() {
        String checkout = manual();
        String refund = found(checkout);
        post(refund, "settlement", PAID_BACK)
                .statusCode(200)
                .body("status", equalTo("SETTLED"))
                .body("settledKrw", equalTo((int) LATTE_WON))
                .body("note", equalTo("계좌로 송금했습니다."));
        assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.manual", "refund.done");
        assertThat(ledger.events(checkout).get(3).body().path("byHand").asBoolean())
                .isTrue();
        assertThat(Shop.progress(buyer, checkout).getString("outcome")).isEqualTo("REFUNDED");
        assertThat(changes(refund)).isEqualTo(1);
        SOON.that(() -> given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/proof?hours=1")
                .then()
                .statusCode(200)
                .body("differences.checkoutId", not(hasItem(checkout)))
                .body("byHand.checkoutId", hasItem(checkout)));
    }

    @Test
    void cancelled_in_the_console_ends_the_manual_one() {
        String checkout = manual();
        Sim.console(checkout, Map.of());
        SOON.that(() -> assertThat(ledger.types(checkout))
                .containsExactly("payment.approved", "refund.requested", "refund.manual", "refund.done"));
        assertThat(ledger.refunds(checkout)).containsExactly("DONE");
    }

    @Test
    void a_part_cancelled_in_the_console_leaves_it_to_a_person() {
        String checkout = manual();
        Sim.console(checkout, Map.of("amount", 1_000));
        SOON.that(() -> assertThat(ledger.count(
                        "SELECT count(*) FROM checkouts WHERE id = $1 AND cancelled = 1000", Shop.uuid(checkout)))
                .isEqualTo(1));
        assertThat(ledger.refunds(checkout)).containsExactly("MANUAL");
    }

    @Test
    void two_operators_settle_once() throws Exception {
        String checkout = manual();
        String refund = found(checkout);
        ExecutorService operators = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> settle =
                    () -> post(refund, "settlement", PAID_BACK).extract().statusCode();
            List<Integer> answers = operators.invokeAll(List.of(settle, settle)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        } finally {
            operators.shutdown();
        }
        assertThat(ledger.types(checkout).stream().filter("refund.done"::equals))
                .hasSize(1);
    }

    @Test
    void a_refund_that_needs_no_operator_is_a_409() {
        String checkout = approved();
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("DONE"));
        String refund = found(checkout);
        post(refund, "retry", null).statusCode(409).body("code", equalTo("refund-not-manual"));
        post(refund, "settlement", PAID_BACK).statusCode(409).body("code", equalTo("refund-not-manual"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"note\":\"1234\",\"settledKrw\":1}",
                "{\"note\":\"12345\"}",
                "{\"note\":\"12345\",\"settledKrw\":0}",
                "{\"note\":\"12345\",\"settledKrw\":5001}",
                "{\"note\":\"12345\",\"settledKrw\":1,\"at\":\"2999-01-01T00:00:00Z\"}",
                "{\"note\":\"12345\",\"settledKrw\":1,\"at\":\"yesterday\"}",
                "{\"note\":\"a\\u0000bcde\",\"settledKrw\":1}"
            })
    void a_settlement_out_of_bounds_is_a_400_and_changes_nothing(String body) {
        String checkout = manual();
        given().header("Authorization", "Bearer " + Tokens.operator())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/refunds/" + found(checkout) + "/settlement")
                .then()
                .statusCode(400);
        assertThat(ledger.refunds(checkout)).containsExactly("MANUAL");
    }

    @Test
    void an_unknown_refund_is_a_404() {
        post(UUID.randomUUID().toString(), "retry", null).statusCode(404);
        post("1-1-1-1-1", "retry", null).statusCode(404);
        post(UUID.randomUUID().toString(), "settlement", PAID_BACK).statusCode(404);
    }

    @Test
    void a_payment_is_found_by_each_of_its_ids_with_its_timeline() {
        Instant before = Instant.now().minusSeconds(5);
        String checkout = manual();
        String transaction = Sim.payment(checkout).path("transactionId").asText();
        for (String query : List.of(
                "checkoutId=" + checkout,
                "transactionId=" + transaction,
                "buyerId=" + Tokens.buyerId(buyer),
                "buyerId=" + Tokens.buyerId(buyer) + "&storeId=" + Shop.GANGNAM + "&refund=MANUAL,UNKNOWN&from="
                        + before)) {
            get("/payments?" + query).statusCode(200).body("items.checkoutId", contains(checkout));
        }
        get("/payments?buyerId=" + Tokens.buyerId(buyer) + "&refund=DONE").body("items.size()", equalTo(0));
        get("/payments/" + checkout)
                .statusCode(200)
                .body("transactionId", equalTo(transaction))
                .body("refunds[0].status", equalTo("MANUAL"))
                .body(
                        "timeline.step",
                        contains(
                                "checkout.opened",
                                "payment.paid",
                                "hint.received",
                                "payment.approved",
                                "refund.requested",
                                "refund.manual"));
    }

    @Test
    void lists_go_on_where_they_ended() {
        String first = Shop.checkout(buyer, Shop.orderOf(1));
        String second = Shop.checkout(buyer, Shop.orderOf(1));
        String list = "/payments?limit=1&buyerId=" + Tokens.buyerId(buyer);
        String cursor = get(list)
                .statusCode(200)
                .body("items.checkoutId", contains(second))
                .extract()
                .path("nextCursor");
        get(list + "&cursor=" + cursor)
                .statusCode(200)
                .body("items.checkoutId", contains(first))
                .body("nextCursor", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund=LOST",
                "limit=0",
                "limit=101",
                "cursor=x",
                "from=yesterday",
                "from=-999999999-01-01T00:00:00Z",
                "checkoutId=1"
            })
    void a_search_out_of_bounds_is_a_400(String query) {
        get("/payments?" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_number_longer_than_any_of_portones_is_a_400() {
        get("/payments?transactionId=" + "x".repeat(129)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /payments",
                "GET /payments/0190f3a2-7c4e-7b1a-9a55-0d2f6f1c0a01",
                "GET /proof",
                "POST /refunds/0190f3a2-7c4e-7b1a-9a55-0d2f6f1c0a01/retry",
                "POST /refunds/0190f3a2-7c4e-7b1a-9a55-0d2f6f1c0a01/settlement"
            })
    void operators_alone_may(String call) {
        String[] parts = call.split(" ", -1);
        given().contentType(ContentType.JSON).request(parts[0], parts[1]).then().statusCode(401);
        for (String token : List.of(Tokens.buyer(buyer), Tokens.service("store"))) {
            given().header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON)
                    .request(parts[0], parts[1])
                    .then()
                    .statusCode(403);
        }
    }

    private String manual() {
        String checkout = approved();
        Map<String, Object> refusal = new HashMap<>(Map.of("fault", "error", "at", "v2.cancel", "paymentId", checkout));
        refusal.putAll(Map.of("status", 409, "type", "MAX_CANCEL_COUNT_REACHED"));
        Sim.faults(List.of(refusal));
        Orders.of(buyer, checkout).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(checkout)).containsExactly("MANUAL"));
        return checkout;
    }

    private String approved() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(checkout, LATTE_WON).pay();
        Shop.becomes(buyer, checkout, "PAID");
        return checkout;
    }

    private static String found(String checkout) {
        return get("/payments/" + checkout).statusCode(200).extract().path("refunds[0].refundId");
    }

    private long changes(String refund) {
        return ledger.count("SELECT count(*) FROM changes WHERE subject = $1", "refund:" + refund);
    }

    private static ValidatableResponse get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .get(path)
                .then();
    }

    private static ValidatableResponse post(String refund, String act, Map<String, Object> body) {
        var request =
                given().header("Authorization", "Bearer " + Tokens.operator()).contentType(ContentType.JSON);
        return (body == null ? request : request.body(body))
                .post("/refunds/" + refund + "/" + act)
                .then();
    }
}
