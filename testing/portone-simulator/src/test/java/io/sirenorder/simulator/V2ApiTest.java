package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V2's rules that the official client can't ask for: keys, stores, amounts that are no amounts. */
class V2ApiTest {
    private static final JsonObject CANCEL = new JsonObject().put("reason", "매장 사정");

    private static PortOneSimulator simulator;
    private static Buyer buyer;

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        buyer = new Buyer(simulator);
    }

    @AfterEach
    void reset() {
        buyer.send("DELETE", "/sim/faults", null);
        buyer.send("PUT", "/sim/clock", new JsonObject().put("offsetSeconds", 0));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String paid() {
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);
        return id;
    }

    private static String authorization() {
        return "PortOne " + simulator.config().account().v2ApiSecret();
    }

    private static Buyer.Reply post(String path, JsonObject body) {
        return buyer.send("POST", "/v2/payments/" + path, body, "authorization", authorization());
    }

    private static Buyer.Reply post(String path, JsonObject body, String key) {
        return buyer.send(
                "POST", "/v2/payments/" + path, body, "authorization", authorization(), "idempotency-key", key);
    }

    private static Buyer.Reply get(String path) {
        return buyer.send("GET", "/v2/payments" + path, null, "authorization", authorization());
    }

    private static String key() {
        return "\"refund-" + UUID.randomUUID() + "\"";
    }

    private static void assertError(Buyer.Reply reply, int status, String type) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().getString("type")).isEqualTo(type);
    }

    @Test
    void the_same_key_gets_the_same_answer_and_cancels_once() {
        String id = paid();
        JsonObject part = CANCEL.copy().put("amount", 1_000);
        String key = key();

        String first = post(id + "/cancel", part, key).text();
        String second = post(id + "/cancel", part, key).text();

        assertThat(second).isEqualTo(first);
        assertThat(buyer.view(id).getJsonArray("cancellations")).hasSize(1);
    }

    @Test
    void a_key_is_forgotten_after_three_hours() {
        String id = paid();
        JsonObject part = CANCEL.copy().put("amount", 1_000);
        String key = key();
        post(id + "/cancel", part, key);
        buyer.send("PUT", "/sim/clock", new JsonObject().put("offsetSeconds", 3 * 3_600 + 1));
        post(id + "/cancel", part, key);

        assertThat(buyer.view(id).getLong("cancelledAmount")).isEqualTo(2_000);
    }

    @Test
    void a_key_whose_request_still_runs_is_outstanding() throws Exception {
        String id = paid();
        String key = key();
        buyer.faults(Buyer.fault("delay").put("at", "v2.cancel").put("delayMs", 300));

        var slow = CompletableFuture.supplyAsync(() -> post(id + "/cancel", CANCEL, key));
        Buyer.Reply hasty = post(id + "/cancel", CANCEL, key);
        Buyer.Reply other = slow.get();

        assertThat(java.util.List.of(hasty.status(), other.status())).containsExactlyInAnyOrder(200, 409);
        assertError(hasty.status() == 409 ? hasty : other, 409, "IDEMPOTENCY_OUTSTANDING_REQUEST");
    }

    @Test
    void a_dropped_answer_is_told_again_under_its_key() {
        String id = paid();
        String key = key();
        buyer.faults(Buyer.fault("drop-response").put("at", "v2.cancel").put("times", 1));

        assertThat(post(id + "/cancel", CANCEL, key).status()).isZero();
        assertThat(post(id + "/cancel", CANCEL, key)
                        .json()
                        .getJsonObject("cancellation")
                        .getLong("totalAmount"))
                .isEqualTo(Buyer.PRICE);
        assertThat(buyer.view(id).getJsonArray("cancellations")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund-without-quotes-000", "\"short\"", "\"한글은-ASCII가-아닙니다-아닙니다\""})
    void a_key_that_is_no_quoted_ascii_text_is_refused(String key) {
        String header = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String plain = header.chars().allMatch(c -> c < 128) ? header : "\"tab\there-is-no-visible-ascii\"";

        assertError(post(paid() + "/cancel", CANCEL, plain), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"reason\":\"r\"|\"amount\":1.9}, 400, INVALID_REQUEST",
        "{\"reason\":\"r\"|\"amount\":\"100\"}, 400, INVALID_REQUEST",
        "{\"reason\":\"r\"|\"amount\":-1}, 400, INVALID_REQUEST",
        "{\"reason\":\"r\"|\"amount\":9501}, 409, CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT",
        "{\"reason\":\"r\"|\"amount\":100|\"taxFreeAmount\":60|\"vatAmount\":50}, 409, SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT",
        "{\"reason\":\"r\"|\"currentCancellableAmount\":9000}, 409, CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN",
        "{\"reason\":\"r\"|\"storeId\":\"store-other\"}, 403, FORBIDDEN",
        "{}, 400, INVALID_REQUEST",
    })
    void a_cancel_that_cannot_be_changes_nothing(String body, int status, String type) {
        String id = paid();

        assertError(post(id + "/cancel", new JsonObject(body.replace('|', ','))), status, type);

        assertThat(buyer.view(id).getString("status")).isEqualTo("PAID");
    }

    @Test
    void an_unpaid_payment_cannot_be_cancelled_nor_a_paid_one_registered_or_paid_again() {
        String failed = Buyer.newPaymentId();
        buyer.pay("V2", failed, asked -> asked.put("outcome", "FAILED"));
        assertError(post(failed + "/cancel", CANCEL), 409, "PAYMENT_NOT_PAID");

        String id = paid();
        assertError(post(id + "/pre-register", new JsonObject().put("totalAmount", 1)), 409, "ALREADY_PAID");
        assertThat(buyer.pay("V2", id, asked -> asked).status()).isEqualTo(409);
        assertThat(buyer.pay("V1", failed, asked -> asked).status()).isEqualTo(409);
    }

    @Test
    void a_failed_payment_may_be_tried_again_under_its_id() {
        String id = Buyer.newPaymentId();
        String first = buyer.pay("V2", id, asked -> asked.put("outcome", "FAILED"))
                .json()
                .getString("transactionId");
        String second = buyer.pay("V2", id).getString("transactionId");

        assertThat(second).isNotEqualTo(first);
        assertThat(get("/" + id).json().getString("transactionId")).isEqualTo(second);
        assertThat(get("/" + id + "/transactions").json().getJsonArray("items")).hasSize(2);
    }

    @Test
    void a_requested_cancel_holds_its_amount_until_it_ends() {
        String id = paid();
        buyer.faults(Buyer.fault("cancel-requested").put("endsAfterMs", 1_500).put("times", 1));

        JsonObject cancellation = post(id + "/cancel", CANCEL).json().getJsonObject("cancellation");
        assertThat(cancellation.getString("status")).isEqualTo("REQUESTED");
        assertError(post(id + "/cancel", CANCEL), 409, "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT");

        Polling.until(() -> assertThat(get("/" + id).json().getString("status")).isEqualTo("CANCELLED"));
    }

    @Test
    void a_failed_cancel_is_a_200_without_a_refund() {
        String id = paid();
        buyer.faults(Buyer.fault("cancel-failed").put("times", 1));

        assertThat(post(id + "/cancel", CANCEL)
                        .json()
                        .getJsonObject("cancellation")
                        .getString("status"))
                .isEqualTo("FAILED");
        assertThat(get("/" + id).json().getString("status")).isEqualTo("PAID");
        assertThat(post(id + "/cancel", CANCEL).status()).isEqualTo(200);
    }

    @Test
    void a_window_left_to_confirm_takes_the_money_only_for_its_token_and_amount() {
        String id = Buyer.newPaymentId();
        String token = buyer.pay("V2", id, asked -> asked.put("outcome", "TO_CONFIRM"))
                .json()
                .getString("paymentToken");
        JsonObject confirm = new JsonObject().put("paymentToken", token).put("totalAmount", Buyer.PRICE);

        assertError(post(id + "/confirm", confirm.copy().put("paymentToken", "x")), 400, "INVALID_PAYMENT_TOKEN");
        assertError(post(id + "/confirm", confirm.copy().put("totalAmount", 1)), 409, "INFORMATION_MISMATCH");
        assertThat(post(id + "/confirm", confirm).json().getString("paidAt")).isNotBlank();
        assertError(post(id + "/confirm", confirm), 409, "ALREADY_PAID");
    }

    @Test
    void a_search_is_bounded_and_filtered() {
        String id = paid();
        String query = "{\"page\":{\"number\":0,\"size\":100},\"filter\":{\"status\":[\"PAID\"],\"textSearch\":"
                + "[{\"field\":\"PAYMENT_ID\",\"value\":\"" + id + "\"}]}}";
        String far = "{\"page\":{\"number\":600,\"size\":100}}";

        assertThat(search(query).json().getJsonObject("page").getInteger("totalCount"))
                .isEqualTo(1);
        assertError(search(far), 400, "INVALID_REQUEST");
        assertError(search("{\"page\":7}"), 400, "INVALID_REQUEST");
        assertError(search("nonsense"), 400, "INVALID_REQUEST");
    }

    private static Buyer.Reply search(String query) {
        return get("?requestBody=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    @Test
    void the_history_of_webhooks_is_in_the_payment_and_the_last_one_can_be_sent_again() {
        try (Shop shop = new Shop()) {
            buyer.send(
                    "PUT",
                    "/sim/webhooks",
                    new JsonObject().put("url", shop.url()).put("readyEvents", false));
            String id = paid();
            shop.first(1);
            assertThat(post(id + "/resend-webhook", new JsonObject())
                            .json()
                            .getJsonObject("webhook")
                            .getString("id"))
                    .isEqualTo(shop.first(2).get(1).header("webhook-id"));
            Polling.until(() -> assertThat(get("/" + id)
                            .json()
                            .getJsonArray("webhooks")
                            .getJsonObject(0)
                            .getInteger("currentExecutionCount"))
                    .isEqualTo(2));
            assertError(
                    post(id + "/resend-webhook", new JsonObject().put("webhookId", "none")), 404, "WEBHOOK_NOT_FOUND");
        }
    }
}
