package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portone.sdk.server.errors.WebhookVerificationException;
import io.portone.sdk.server.webhook.WebhookTransactionCancelledCancelled;
import io.portone.sdk.server.webhook.WebhookTransactionPaid;
import io.portone.sdk.server.webhook.WebhookVerifier;
import io.sirenorder.simulator.Shop.Heard;
import io.sirenorder.simulator.webhook.Signature;
import io.sirenorder.simulator.webhook.WebhookSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks as the merchant's server receives them, and the verdict of PortOne's own verifier. */
class WebhookTest {
    private static final String SECRET = WebhookSettings.sample().secrets().get(0);
    private static final double FAST = 0.0001;

    private final Shop shop = new Shop();
    private PortOneSimulator simulator;
    private Buyer buyer;

    @BeforeEach
    void start() {
        WebhookSettings settings =
                WebhookSettings.sample().withUrl(shop.url()).withTimeScale(FAST).withReadyEvents(false);
        simulator = PortOneSimulator.start(SimulatorConfig.sample().withWebhooks(settings));
        buyer = new Buyer(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        shop.close();
    }

    private static Object verified(String secret, Heard heard) throws WebhookVerificationException {
        return new WebhookVerifier(secret)
                .verify(
                        heard.body(),
                        heard.header("webhook-id"),
                        heard.header("webhook-signature"),
                        heard.header("webhook-timestamp"));
    }

    @Test
    void the_signature_is_the_documented_one() {
        String body = "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2024-04-25T10:00:00.000Z\",\"data\":"
                + "{\"paymentId\":\"example-payment-id\",\"storeId\":\"store-ae356798-3d20-4969-b739-14c6b0e1a667\","
                + "\"transactionId\":\"55451513-9763-4a7a-bb43-78a4c65be843\"}}";

        assertThat(Signature.of(
                        "whsec_pzQGE83cSIRKM4/WH5QY+g==", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", 1_714_039_200, body))
                .isEqualTo("v1,r72i8AAzWXyPTDveZM2hCzX/EzPM+ZwlKiGuHNSHdnA=");
    }

    @Test
    void the_official_verifier_accepts_a_payment_and_its_cancel() throws Exception {
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);
        shop.first(1); // webhooks of two changes may overtake each other
        buyer.console(id, "cancel", new JsonObject());

        List<Heard> heard = shop.first(2);

        assertThat(verified(SECRET, heard.get(0))).isInstanceOf(WebhookTransactionPaid.class);
        assertThat(verified(SECRET, heard.get(1))).isInstanceOf(WebhookTransactionCancelledCancelled.class);
        assertThat(heard.get(1).json().getJsonObject("data").fieldNames())
                .containsExactlyInAnyOrder("paymentId", "storeId", "transactionId", "cancellationId");
    }

    @Test
    void a_failed_try_is_repeated_with_the_same_id_and_body_until_it_succeeds() throws Exception {
        shop.answers(nth -> nth < 3 ? 503 : 200);
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);

        List<Heard> heard = shop.first(4);

        assertThat(heard.stream().map(h -> h.header("webhook-id")).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(heard.stream().map(Heard::body).collect(Collectors.toSet())).hasSize(1);
        assertThat(verified(SECRET, heard.get(3))).isInstanceOf(WebhookTransactionPaid.class);
    }

    @Test
    void a_server_that_never_says_200_is_tried_six_times_and_given_up() {
        shop.answers(nth -> nth % 2 == 0 ? 302 : 400);
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);
        shop.first(6);

        JsonObject webhook = buyer.view(id).getJsonArray("webhooks").getJsonObject(0);

        assertThat(webhook.getInteger("tries")).isEqualTo(6);
        assertThat(webhook.getString("status")).isEqualTo("FAILED_NOT_OK_RESPONSE");
        assertThat(shop.heard()).hasSize(6);
    }

    @Test
    void both_secrets_are_in_force_while_they_rotate() throws Exception {
        String next = "whsec_" + java.util.Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});
        buyer.send("PUT", "/sim/webhooks", new JsonObject().put("secrets", new JsonArray(List.of(next, SECRET))));
        buyer.pay("V2", Buyer.newPaymentId());

        Heard heard = shop.first(1).get(0);

        assertThat(verified(SECRET, heard)).isInstanceOf(WebhookTransactionPaid.class);
        assertThat(verified(next, heard)).isInstanceOf(WebhookTransactionPaid.class);
    }

    @Test
    void the_old_body_is_sent_as_a_form_when_the_console_says_so() {
        buyer.send("PUT", "/sim/webhooks", new JsonObject().put("v2Body", "V2024_01_01_FORM"));
        String id = Buyer.newPaymentId();
        String transactionId = buyer.pay("V2", id).getString("transactionId");

        Heard heard = shop.first(1).get(0);

        assertThat(heard.body()).isEqualTo("payment_id=" + id + "&tx_id=" + transactionId + "&status=Paid");
        assertThat(heard.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(heard.header("webhook-signature")).startsWith("v1,");
    }

    @Test
    void forged_and_stale_webhooks_come_beside_the_real_one_and_do_not_verify() throws Exception {
        buyer.faults(
                Buyer.fault("webhook-unsigned"),
                Buyer.fault("webhook-wrong-key"),
                Buyer.fault("webhook-stale"),
                Buyer.fault("webhook-unknown-type"));
        buyer.pay("V2", Buyer.newPaymentId());

        List<Heard> heard = shop.first(5);

        assertThat(heard.stream().filter(WebhookTest::verifies)).hasSize(2);
        assertThat(heard.stream().map(Heard::type).collect(Collectors.toSet()))
                .isEqualTo(Set.of("Transaction.Paid", "Transaction.NobodyKnowsYet"));
        Heard unsigned = heard.stream()
                .filter(h -> h.header("webhook-signature") == null)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> verified(SECRET, unsigned)).isInstanceOf(WebhookVerificationException.class);
    }

    private static boolean verifies(Heard heard) {
        try {
            return verified(SECRET, heard) != null;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Test
    void a_replayed_webhook_is_the_same_to_the_last_byte() {
        buyer.faults(Buyer.fault("webhook-replayed"));
        buyer.pay("V2", Buyer.newPaymentId());

        List<Heard> heard = shop.first(2);

        assertThat(heard.get(1).body()).isEqualTo(heard.get(0).body());
        assertThat(heard.get(1).header("webhook-signature"))
                .isEqualTo(heard.get(0).header("webhook-signature"));
    }

    @Test
    void a_reordered_webhook_comes_after_the_next_one() {
        buyer.faults(Buyer.fault("webhook-reorder").put("at", "webhook.Paid"));
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);
        buyer.console(id, "cancel", new JsonObject());

        assertThat(shop.first(2).stream().map(Heard::type))
                .containsExactly("Transaction.Cancelled", "Transaction.Paid");
    }

    @Test
    void duplicates_delays_and_silence_are_as_many_as_asked_for() {
        String doubled = Buyer.newPaymentId();
        String silent = Buyer.newPaymentId();
        buyer.faults(
                Buyer.fault("webhook-duplicate").put("copies", 4).put("paymentId", doubled),
                Buyer.fault("webhook-delay").put("delayMs", 50),
                Buyer.fault("webhook-never").put("paymentId", silent));
        buyer.pay("V2", silent);
        buyer.pay("V2", doubled);

        List<Heard> heard = shop.first(5);

        assertThat(heard).allMatch(h -> h.body().contains(doubled));
        assertThat(buyer.view(silent).getJsonArray("webhooks")).isEmpty();
    }

    @Test
    void the_webhook_can_be_answered_before_the_buyer_is_sent_back() {
        buyer.faults(Buyer.fault("webhook-before-redirect"));
        buyer.pay("V2", Buyer.newPaymentId());

        assertThat(shop.heard()).hasSize(1);
    }

    @Test
    void a_payment_may_name_an_address_of_its_own() {
        try (Shop other = new Shop()) {
            buyer.pay("V2", Buyer.newPaymentId(), asked -> asked.put("noticeUrl", other.url()));
            other.first(1);
        }
        assertThat(shop.heard()).isEmpty();
    }

    @Test
    void v1_tells_once_unsigned_and_never_of_a_failure() {
        shop.answers(nth -> 500);
        String failed = Buyer.newPaymentId();
        String paid = Buyer.newPaymentId();
        buyer.pay("V1", failed, asked -> asked.put("outcome", "FAILED"));
        String impUid = buyer.pay("V1", paid).getString("imp_uid");

        Heard heard = shop.first(1).get(0);

        assertThat(heard.json())
                .isEqualTo(new JsonObject()
                        .put("imp_uid", impUid)
                        .put("merchant_uid", paid)
                        .put("status", "paid"));
        assertThat(heard.header("webhook-signature")).isNull();
        assertThat(buyer.view(paid).getJsonArray("webhooks").getJsonObject(0).getInteger("tries"))
                .isEqualTo(1);
    }

    @Test
    void v1_speaks_form_and_retries_server_errors_when_the_merchant_asked_for_it() {
        buyer.send("PUT", "/sim/webhooks", new JsonObject().put("v1Form", true).put("v1Retries", true));
        shop.answers(nth -> nth == 0 ? 503 : 404);
        String id = Buyer.newPaymentId();
        String impUid = buyer.pay("V1", id).getString("imp_uid");

        List<Heard> heard = shop.first(2);

        assertThat(heard.get(1).body()).isEqualTo("imp_uid=" + impUid + "&merchant_uid=" + id + "&status=paid");
        assertThat(heard).hasSize(2);
    }
}
