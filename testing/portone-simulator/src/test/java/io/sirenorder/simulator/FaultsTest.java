package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each knob does what its name says, as often as it is told, and the same again for the same seed. */
class FaultsTest {
    /** Time until late money comes: long enough to be asked for before it. */
    private static final int LATE_MS = 1_500;

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
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Buyer.Reply get(String id) {
        String authorization = "PortOne " + simulator.config().account().v2ApiSecret();
        return buyer.send("GET", "/v2/payments/" + id, null, "authorization", authorization);
    }

    private static String paid() {
        String id = Buyer.newPaymentId();
        buyer.pay("V2", id);
        return id;
    }

    private static String paidUnder(String fault) {
        buyer.faults(Buyer.fault(fault));
        return paid();
    }

    @Test
    void a_call_can_be_answered_wrongly_once() {
        String id = paid();
        buyer.faults(
                Buyer.fault("error").put("times", 1).put("status", 502).put("body", "html"),
                Buyer.fault("unauthorized").put("times", 1),
                Buyer.fault("down").put("times", 1),
                Buyer.fault("not-found").put("times", 1),
                Buyer.fault("garbled").put("times", 1));

        List<Integer> statuses =
                IntStream.range(0, 6).mapToObj(nth -> get(id).status()).toList();

        assertThat(statuses).containsExactlyInAnyOrder(503, 502, 401, 404, 200, 200);
    }

    @Test
    void a_request_can_be_dropped_unheard() {
        String id = paid();
        buyer.faults(Buyer.fault("drop-request").put("at", "v2.cancel").put("times", 1));
        String authorization = "PortOne " + simulator.config().account().v2ApiSecret();
        JsonObject reason = new JsonObject().put("reason", "품절");

        assertThat(buyer.send("POST", "/v2/payments/" + id + "/cancel", reason, "authorization", authorization)
                        .status())
                .isZero();
        assertThat(status(id)).isEqualTo("PAID");
    }

    @Test
    void extra_fields_appear_beside_the_known_ones() {
        String id = paid();
        buyer.faults(Buyer.fault("extra-fields"));

        assertThat(get(id).json().fieldNames()).contains("aFieldOfTomorrow", "amount");
    }

    @Test
    void a_fault_strikes_the_named_call_of_the_named_payment_the_given_number_of_times() {
        String spared = paid();
        String hit = paid();
        buyer.faults(Buyer.fault("error")
                .put("at", "v2.get")
                .put("paymentId", hit)
                .put("skip", 1)
                .put("times", 1)
                .put("status", 500)
                .put("type", "SOMETHING_NEW"));

        assertThat(get(spared).status()).isEqualTo(200);
        assertThat(get(hit).status()).isEqualTo(200);
        assertThat(get(hit).json().getString("type")).isEqualTo("SOMETHING_NEW");
        assertThat(get(hit).status()).isEqualTo(200);
        JsonObject rule = buyer.send("GET", "/sim/faults", null)
                .json()
                .getJsonArray("rules")
                .getJsonObject(0);
        assertThat(rule.getInteger("struck")).isEqualTo(1);
    }

    @Test
    void a_payment_can_be_other_than_what_was_asked_for() {
        assertThat(amountOf(paidUnder("amount-differs"))).isEqualTo(Buyer.PRICE - 1);
        buyer.faults(Buyer.fault("amount-differs").put("amount", 100));
        assertThat(amountOf(paid())).isEqualTo(100);
        assertThat(get(paidUnder("currency-differs")).json().getString("currency"))
                .isEqualTo("USD");
        assertThat(get(paidUnder("test-channel"))
                        .json()
                        .getJsonObject("channel")
                        .getString("type"))
                .isEqualTo("TEST");
        assertThat(get(paidUnder("other-merchant")).json().getString("storeId"))
                .isNotEqualTo(simulator.config().account().storeId());
    }

    private static long amountOf(String id) {
        return get(id).json().getJsonObject("amount").getLong("total");
    }

    @Test
    void custom_data_can_be_lost_garbled_or_encoded_twice() {
        assertThat(get(paidUnder("custom-data-null")).json().getValue("customData"))
                .isNull();
        assertThat(get(paidUnder("custom-data-garbage")).json().getString("customData"))
                .startsWith("{\"type\"");
        assertThat(get(paidUnder("custom-data-double-encoded")).json().getString("customData"))
                .startsWith("\"{\\\"type\\\"");
    }

    @Test
    void a_payment_can_end_otherwise_or_later() {
        assertThat(status(paidUnder("payment-fails"))).isEqualTo("FAILED");
        assertThat(status(paidUnder("never-paid"))).isEqualTo("READY");
        for (String late : List.of("paid-after-failed", "virtual-account", "pay-pending")) {
            buyer.faults(Buyer.fault(late).put("paidAfterMs", LATE_MS));
            String id = paid();
            assertThat(status(id)).isNotEqualTo("PAID");
            Polling.until(() -> assertThat(status(id)).isEqualTo("PAID"));
        }
    }

    private static String status(String id) {
        return get(id).json().getString("status");
    }

    @Test
    void late_money_waits_for_the_console_when_it_is_told_to() {
        buyer.faults(Buyer.fault("virtual-account").put("paidAfterMs", -1));
        String id = paid();

        assertThat(status(id)).isEqualTo("VIRTUAL_ACCOUNT_ISSUED");
        assertThat(buyer.console(id, "deposit", new JsonObject()).getString("status"))
                .isEqualTo("PAID");
        assertThat(buyer.console(id, "dispute", new JsonObject()).getString("paymentId"))
                .isEqualTo(id);
        assertThat(get(id).json().getJsonArray("disputes")).hasSize(1);
    }

    @Test
    void another_amount_than_the_registered_is_refused_on_v2_only_when_told_so() {
        String authorization = "PortOne " + simulator.config().account().v2ApiSecret();
        String id = Buyer.newPaymentId();
        JsonObject other = new JsonObject().put("totalAmount", 1_000).put("currency", "KRW");
        buyer.send("POST", "/v2/payments/" + id + "/pre-register", other, "authorization", authorization);

        buyer.faults(Buyer.fault("refuse-other-amount"));
        assertThat(buyer.pay("V2", id, asked -> asked).status()).isEqualTo(409);
        buyer.send("DELETE", "/sim/faults", null);
        assertThat(buyer.pay("V2", id, asked -> asked).status()).isEqualTo(200);
    }

    @Test
    void the_same_seed_strikes_the_same_payments_in_any_order() {
        List<String> ids =
                IntStream.range(0, 60).mapToObj(nth -> "payment-" + nth).toList();
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(1));

        Map<String, Integer> first = statuses(7, ids);
        Map<String, Integer> again = statuses(7, shuffled);
        Map<String, Integer> other = statuses(8, ids);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.values()).contains(404, 500);
    }

    private static Map<String, Integer> statuses(long seed, List<String> ids) {
        JsonObject rule = Buyer.fault("error").put("probability", 0.3);
        buyer.send("PUT", "/sim/faults", new JsonObject().put("seed", seed).put("rules", List.of(rule)));
        Map<String, Integer> statuses = new TreeMap<>();
        ids.forEach(id -> statuses.put(id, get(id).status()));
        return statuses;
    }

    @Test
    void knobs_that_do_not_exist_are_refused_and_change_nothing() {
        buyer.faults(Buyer.fault("delay").put("delayMs", 1));
        JsonObject unknown = new JsonObject().put("rules", List.of(Buyer.fault("gremlins")));

        assertThat(buyer.send("PUT", "/sim/faults", unknown).status()).isEqualTo(400);
        assertThat(buyer.send("GET", "/sim/faults", null).text())
                .contains("delay")
                .doesNotContain("gremlins");
    }

    @Test
    void nonsense_from_a_buyer_is_refused() {
        assertThat(buyer.pay("V3", "x-12345", asked -> asked).status()).isEqualTo(400);
        assertThat(buyer.pay("V2", "", asked -> asked).status()).isEqualTo(400);
        assertThat(buyer.pay("V2", "x-12345", asked -> asked.put("amount", 1.9)).status())
                .isEqualTo(400);
        assertThat(buyer.pay("V2", "x-12345", asked -> asked.put("amount", 0)).status())
                .isEqualTo(400);
        assertThat(buyer.send("GET", "/sim/payments/x-12345", null).status()).isEqualTo(404);
    }
}
