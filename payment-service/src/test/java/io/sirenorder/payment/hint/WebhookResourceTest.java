package io.sirenorder.payment.hint;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.SignedWebhook;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forged, unsigned, stale, broken: nothing changes but time. */
@QuarkusTest
class WebhookResourceTest extends PaymentTest {
    private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String ROTATED_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final String buyer = Shop.anyBuyer();

    @Test
    void a_forged_webhook_is_refused_and_does_nothing() {
        String checkout = silentlyPaid();
        SignedWebhook webhook = SignedWebhook.paid(checkout, anyId());
        assertThat(webhook.signedWith(OTHER_SECRET).send()).isEqualTo(400);
        assertThat(webhook.send(webhook.body() + " ")).isEqualTo(400);
        Shop.AT_REST.stays(() -> assertThat(ledger.types(checkout)).isEmpty());
    }

    @Test
    void a_stale_and_a_future_webhook_are_refused() {
        SignedWebhook webhook = SignedWebhook.paid(anyId(), anyId());
        assertThat(webhook.at(Instant.now().minusSeconds(330)).send()).isEqualTo(400);
        assertThat(webhook.at(Instant.now().plusSeconds(330)).send()).isEqualTo(400);
    }

    @Test
    void a_webhook_signed_with_the_second_secret_counts_while_one_replaces_the_other() {
        String checkout = silentlyPaid();
        assertThat(SignedWebhook.paid(checkout, anyId())
                        .signedWith(ROTATED_SECRET)
                        .send())
                .isEqualTo(200);
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    @Test
    void a_replayed_webhook_is_stored_once() {
        String checkout = silentlyPaid();
        SignedWebhook webhook = SignedWebhook.paid(checkout, anyId());
        for (int i = 0; i < 5; i++) {
            assertThat(webhook.send()).isEqualTo(200);
        }
        assertThat(ledger.count("SELECT count(*) FROM webhooks WHERE payment_id = $1", checkout))
                .isEqualTo(1);
    }

    @Test
    void an_unsigned_v2_webhook_is_refused() {
        post("application/json", SignedWebhook.paid(anyId(), "x").body())
                .statusCode(400)
                .body("code", equalTo("webhook-not-signed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "nonsense",
                "{\"imp_uid\":7}",
                "{\"imp_uid\":\"../x\",\"merchant_uid\":\"y\"}",
                "{\"imp_uid\":\"imp_1\"}",
                "imp_uid=%zz&merchant_uid=y",
                "=",
                "a"
            })
    void what_is_no_webhook_is_a_400(String body) {
        post("application/json", body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imp_uid=imp_1&merchant_uid=mid_1&status=paid&",
                "&imp_uid=imp_1&&merchant_uid=mid_1",
                "imp_uid=imp_1&merchant_uid=mid_1&cancellation_id=",
                "imp_uid=imp_1&merchant_uid=mid_1&status",
                "imp_uid=imp_1&merchant_uid=mid_1&status=%00",
                "imp_uid=imp_1&merchant_uid=mid_1&status=paid\u0000",
                "imp_uid=imp_1&merchant_uid=mid_1&=nothing"
            })
    void a_form_that_says_where_to_look_is_taken_however_it_is_written(String body) {
        post("application/x-www-form-urlencoded", body).statusCode(200);
    }

    @Test
    void characters_that_no_table_holds_are_no_error_of_ours() {
        post("application/json", "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"m\",\"status\":\"pa\\u0000id\"}")
                .statusCode(200);
        String checkout = silentlyPaid();
        SignedWebhook webhook = SignedWebhook.paid(checkout, anyId());
        assertThat(webhook.saying(webhook.body().replace("any", "a\\u0000b")).send())
                .isEqualTo(200);
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
    }

    @Test
    void a_signed_body_that_is_none_is_a_400_and_an_unknown_type_is_ignored() {
        SignedWebhook webhook = SignedWebhook.paid(anyId(), anyId());
        assertThat(webhook.saying("[]").send()).isEqualTo(400);
        assertThat(webhook.saying("{}").send()).isEqualTo(400);
        assertThat(webhook.saying("{\"type\":\"Transaction.Paid\",\"data\":{}}").send())
                .isEqualTo(400);
        assertThat(webhook.saying("{\"type\":\"Transaction.Teleported\",\"data\":{}}")
                        .send())
                .isEqualTo(200);
        assertThat(webhook.saying("{\"type\":\"BillingKey.Issued\",\"data\":{\"billingKey\":\"k\"}}")
                        .send())
                .isEqualTo(200);
    }

    @Test
    void the_older_body_of_v2_counts_too_as_json_and_as_form() {
        for (String body : List.of("V2024_01_01_JSON", "V2024_01_01_FORM")) {
            Sim.webhooks(Map.of("v2Body", body));
            String checkout = Shop.checkout(buyer, Shop.orderOf(1));
            Purchase.of(checkout, LATTE_WON).pay();
            SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        }
        Sim.webhooks(Map.of("v2Body", "V2024_04_25"));
    }

    @Test
    void more_than_64_kib_is_too_large() {
        post("application/json", "x".repeat(70_000)).statusCode(413);
    }

    @Test
    void an_unknown_payment_creates_nothing() {
        String unknown = UUID.randomUUID().toString();
        assertThat(SignedWebhook.paid(unknown, anyId()).send()).isEqualTo(200);
        SOON.that(() -> assertThat(
                        ledger.count("SELECT count(*) FROM webhooks WHERE payment_id = $1 AND tries > 1", unknown))
                .isEqualTo(1));
        assertThat(ledger.count("SELECT count(*) FROM checkouts WHERE payment_id = $1", unknown))
                .isZero();
    }

    @Test
    void a_flood_of_made_up_v1_webhooks_does_not_starve_a_real_one() {
        for (int i = 0; i < 200; i++) {
            String fake = "imp_fake" + UUID.randomUUID();
            post(
                            "application/json",
                            "{\"imp_uid\":\"" + fake + "\",\"merchant_uid\":\"mid_" + i + "\",\"status\":\"paid\"}")
                    .statusCode(200);
        }
        String checkout = silentlyPaid();
        Instant sent = Instant.now();
        assertThat(SignedWebhook.paid(checkout, anyId()).send()).isEqualTo(200);
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        assertThat(Instant.now()).isBefore(sent.plusSeconds(3));
        assertThat(ledger.count("SELECT count(*) FROM webhooks WHERE status = 'DUE' AND NOT expected"))
                .isPositive();
        ledger.run("DELETE FROM webhooks WHERE NOT expected");
    }

    @Test
    void made_up_addresses_of_the_sender_change_nothing() {
        given().header("X-Forwarded-For", "52.78.5.241")
                .contentType("application/json")
                .body(SignedWebhook.paid(anyId(), "x").body())
                .post("/webhooks/portone")
                .then()
                .statusCode(400);
    }

    private String silentlyPaid() {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.faults(List.of(Map.of("fault", "webhook-never", "paymentId", checkout)));
        Purchase.of(checkout, LATTE_WON).pay();
        return checkout;
    }

    private static ValidatableResponse post(String type, String body) {
        return given().contentType(type).body(body).post("/webhooks/portone").then();
    }

    private static String anyId() {
        return "msg_" + UUID.randomUUID();
    }
}
