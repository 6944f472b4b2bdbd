package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V1's conventions, one by one. */
class V1ApiTest {
    private static PortOneSimulator simulator;
    private static Buyer buyer;
    private static V1Caller caller;

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        buyer = new Buyer(simulator);
        caller = new V1Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String paid(String id) {
        return buyer.pay("V1", id).getString("imp_uid");
    }

    private static JsonObject response(Buyer.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getInteger("code")).isZero();
        return reply.json().getJsonObject("response");
    }

    private static void clock(long offsetSeconds) {
        buyer.send("PUT", "/sim/clock", new JsonObject().put("offsetSeconds", offsetSeconds));
    }

    @Test
    void a_token_is_shared_extended_in_its_last_minute_and_renewed_after_half_an_hour() {
        clock(0);
        JsonObject first = response(caller.token());
        long life = first.getLong("expired_at") - first.getLong("now");
        clock(60);
        JsonObject same = response(caller.token());
        clock(life - 30);
        JsonObject extended = response(caller.token());
        clock(life + 400);
        JsonObject renewed = response(caller.token());
        clock(0);

        assertThat(life).isLessThanOrEqualTo(1_800);
        assertThat(same.getString("access_token")).isEqualTo(first.getString("access_token"));
        assertThat(same.getLong("expired_at")).isEqualTo(first.getLong("expired_at"));
        assertThat(extended.getString("access_token")).isEqualTo(first.getString("access_token"));
        assertThat(extended.getLong("expired_at")).isEqualTo(first.getLong("expired_at") + 300);
        assertThat(renewed.getString("access_token")).isNotEqualTo(first.getString("access_token"));
    }

    @Test
    void wrong_keys_missing_keys_and_dead_tokens_are_refused() {
        assertThat(caller.token("x", "y").status()).isEqualTo(401);
        assertThat(caller.token("", "y").status()).isEqualTo(400);
        assertThat(buyer.send("GET", "/v1/payments/imp_1", null).status()).isEqualTo(401);
        assertThat(buyer.send("GET", "/v1/payments/imp_1", null, "authorization", "Bearer old")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_bare_token_is_as_good_as_a_bearer() {
        String bare = caller.authorization().substring("Bearer ".length());

        assertThat(buyer.send("GET", "/v1/payments/" + paid(Buyer.newPaymentId()), null, "authorization", bare)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_test_payment_is_unknown_unless_the_sandbox_is_included() {
        String id = Buyer.newPaymentId();
        buyer.pay("V1", id, asked -> asked.put("channel", "TEST"));
        String impUid = buyer.view(id).getString("imp_uid");

        assertThat(caller.get(impUid).status()).isEqualTo(404);
        assertThat(response(caller.get(impUid + "?include_sandbox=true")).getBoolean("sandbox"))
                .isTrue();
        assertThat(response(caller.get("find/" + id)).getString("imp_uid")).isEqualTo(impUid);
    }

    @Test
    void the_newest_attempt_is_found_by_merchant_uid_unless_sorted_otherwise() {
        String id = Buyer.newPaymentId();
        buyer.pay("V1", id, asked -> asked.put("outcome", "FAILED"));
        String failed = buyer.view(id).getString("imp_uid");
        clock(10);
        String impUid = paid(id);
        clock(0);

        assertThat(response(caller.get("find/" + id)).getString("imp_uid")).isEqualTo(impUid);
        assertThat(response(caller.get("find/" + id + "?sorting=started")).getString("imp_uid"))
                .isEqualTo(failed);
        assertThat(response(caller.get("find/" + id + "/failed")).getString("imp_uid"))
                .isEqualTo(failed);
        assertThat(response(caller.get("findAll/" + id)).getInteger("total")).isEqualTo(2);
        assertThat(caller.get("find/" + Buyer.newPaymentId()).status()).isEqualTo(404);
        assertThat(caller.get("find/" + id + "?sorting=random").status()).isEqualTo(400);
    }

    @Test
    void payments_are_listed_by_status_page_by_page() {
        for (int i = 0; i < 3; i++) {
            paid(Buyer.newPaymentId());
        }

        JsonObject page = response(caller.get("status/paid?limit=2&page=1&sorting=-started"));

        assertThat(page.getJsonArray("list")).hasSize(2);
        assertThat(page.getInteger("next")).isEqualTo(2);
        assertThat(page.getInteger("total")).isGreaterThanOrEqualTo(3);
        assertThat(caller.get("status/sideways").status()).isEqualTo(400);
    }

    @Test
    void what_has_not_happened_is_0_or_null_and_custom_data_is_a_text() {
        String id = Buyer.newPaymentId();
        buyer.pay("V1", id, asked -> asked.put("customData", new JsonObject().put("type", "order")));

        JsonObject payment = response(caller.get(buyer.view(id).getString("imp_uid")));

        assertThat(payment.getLong("failed_at")).isZero();
        assertThat(payment.getLong("cancelled_at")).isZero();
        assertThat(payment.getValue("cancel_reason")).isNull();
        assertThat(payment.getString("custom_data")).isEqualTo("{\"type\":\"order\"}");
    }

    @Test
    void an_amount_is_prepared_once_changed_by_put_and_guards_the_window() {
        String id = Buyer.newPaymentId();
        JsonObject prepare = new JsonObject().put("merchant_uid", id).put("amount", 9_000);

        assertThat(caller.get("prepare/" + id).status()).isEqualTo(404);
        assertThat(caller.send("PUT", "prepare", prepare).status()).isEqualTo(404);
        assertThat(response(caller.send("POST", "prepare", prepare)).getLong("amount"))
                .isEqualTo(9_000);
        assertThat(caller.send("POST", "prepare", prepare).json().getInteger("code"))
                .isEqualTo(1);
        assertThat(buyer.pay("V1", id, asked -> asked).status()).isEqualTo(409);
        response(caller.send("PUT", "prepare", prepare.copy().put("amount", Buyer.PRICE)));
        assertThat(response(caller.get("prepare/" + id)).getLong("amount")).isEqualTo(Buyer.PRICE);
        assertThat(buyer.pay("V1", id, asked -> asked).status()).isEqualTo(200);
        assertThat(buyer.pay("V1", id, asked -> asked).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        // amount, checksum, code, cancelled afterwards
        "0, , 0, 9500",
        ", , 0, 9500",
        "4500, 9500, 0, 4500",
        "4500, 9000, 1, 0",
        "9501, , 1, 0",
        "9500, 9500, 0, 9500",
    })
    void a_cancel_is_all_or_a_part_and_guarded_by_its_checksum(Long amount, Long checksum, int code, long cancelled) {
        String impUid = paid(Buyer.newPaymentId());
        JsonObject cancel = new JsonObject().put("imp_uid", impUid).put("reason", "품절");
        if (amount != null) {
            cancel.put("amount", amount);
        }
        if (checksum != null) {
            cancel.put("checksum", checksum);
        }

        Buyer.Reply reply = caller.cancel(cancel);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getInteger("code")).isEqualTo(code);
        JsonObject payment = response(caller.get(impUid));
        assertThat(payment.getLong("cancel_amount")).isEqualTo(cancelled);
        assertThat(payment.getString("status")).isEqualTo(cancelled == 0 ? "paid" : "cancelled");
    }

    @Test
    void imp_uid_wins_over_merchant_uid_and_forms_are_as_good_as_json() {
        String impUid = paid(Buyer.newPaymentId());
        String other = Buyer.newPaymentId();
        paid(other);

        response(caller.form("cancel", "imp_uid=" + impUid + "&merchant_uid=" + other + "&amount=500"));

        assertThat(response(caller.get(impUid)).getLong("cancel_amount")).isEqualTo(500);
        assertThat(response(caller.get("find/" + other)).getLong("cancel_amount"))
                .isZero();
        response(caller.form("cancel", "merchant_uid=" + other));
        assertThat(response(caller.get("find/" + other)).getLong("cancel_amount"))
                .isEqualTo(Buyer.PRICE);
    }

    @Test
    void failures_of_a_cancel_are_a_200_with_a_code() {
        Buyer.Reply unknown = caller.cancel(new JsonObject().put("imp_uid", "imp_000000000000"));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().getString("message")).isEqualTo("취소할 결제건이 존재하지 않습니다.");

        buyer.faults(Buyer.fault("pg-error").put("at", "v1.cancel").put("message", "미정산 금액 부족"));
        String impUid = paid(Buyer.newPaymentId());
        Buyer.Reply refused = caller.cancel(new JsonObject().put("imp_uid", impUid));
        buyer.send("DELETE", "/sim/faults", null);

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().getString("message")).contains("미정산 금액 부족");
        assertThat(response(caller.get(impUid)).getLong("cancel_amount")).isZero();
    }

    @Test
    void an_api_cancel_sends_no_webhook_unless_it_asks_for_one() {
        try (Shop shop = new Shop()) {
            buyer.send("PUT", "/sim/webhooks", new JsonObject().put("url", shop.url()));
            String impUid = paid(Buyer.newPaymentId());
            shop.first(1);
            response(caller.cancel(new JsonObject().put("imp_uid", impUid).put("amount", 100)));
            response(caller.cancel(
                    new JsonObject().put("imp_uid", impUid).put("amount", 200).put("enable_webhook", true)));

            JsonObject told = shop.first(2).get(1).json();

            assertThat(told.getString("status")).isEqualTo("cancelled");
            assertThat(told.getString("cancellation_id")).hasSize(20);
            assertThat(shop.heard()).hasSize(2);
        }
    }
}
