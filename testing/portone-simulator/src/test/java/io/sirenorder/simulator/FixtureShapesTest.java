package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers of the simulator have the fields and types of real answers. */
class FixtureShapesTest {
    /** PortOne leaves these out when there is nothing to say; the sample buyer has them, ours has not. */
    private static final Set<String> OPTIONAL =
            Set.of(".customer.id", ".customer.phoneNumber", ".items[].customer.id", ".items[].customer.phoneNumber");

    private static PortOneSimulator simulator;
    private static Buyer buyer;

    @BeforeAll
    static void start() {
        simulator = PortOneSimulator.start(SimulatorConfig.sample());
        buyer = new Buyer(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String fixture(String name) {
        try (InputStream in = FixtureShapesTest.class.getResourceAsStream("/fixtures/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> shape(Object value) {
        Map<String, String> shape = new TreeMap<>();
        describe("", value, shape);
        OPTIONAL.forEach(shape::remove);
        return shape;
    }

    private static void describe(String path, Object value, Map<String, String> shape) {
        if (value instanceof JsonObject object) {
            object.forEach(field -> describe(path + "." + field.getKey(), field.getValue(), shape));
            shape.put(path, "object");
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> describe(path + "[]", item, shape));
            shape.put(path, "array");
        } else if (value instanceof Number) {
            shape.put(path, "number");
        } else {
            shape.put(path, value == null ? "null" : value.getClass().getSimpleName());
        }
    }

    private static void assertShape(String fixture, String answer) {
        assertThat(shape(new JsonObject(answer))).isEqualTo(shape(new JsonObject(fixture(fixture))));
    }

    private static String v2(String path) {
        String authorization = "PortOne " + simulator.config().account().v2ApiSecret();
        return buyer.send("GET", "/v2" + path, null, "authorization", authorization)
                .text();
    }

    private static String v2Post(String path, JsonObject body) {
        String authorization = "PortOne " + simulator.config().account().v2ApiSecret();
        return buyer.send("POST", "/v2" + path, body, "authorization", authorization)
                .text();
    }

    private static String left(String version, String outcome, String method, String channel) {
        String id = Buyer.newPaymentId();
        buyer.pay(
                version,
                id,
                asked -> asked.put("outcome", outcome).put("method", method).put("channel", channel));
        return id;
    }

    @Test
    void v2_payments_look_like_real_ones() {
        assertShape("v2/payment.PAID.card.json", v2("/payments/" + left("V2", "PAID", "card", "LIVE")));
        assertShape("v2/payment.PAID.kakaopay-test.json", v2("/payments/" + left("V2", "PAID", "easypay", "TEST")));
        assertShape("v2/payment.READY.json", v2("/payments/" + left("V2", "READY", "card", "LIVE")));
        assertShape("v2/payment.FAILED.json", v2("/payments/" + left("V2", "FAILED", "card", "LIVE")));
        assertShape(
                "v2/payment.VIRTUAL_ACCOUNT_ISSUED.json",
                v2("/payments/" + left("V2", "VIRTUAL_ACCOUNT_ISSUED", "vbank", "LIVE")));
    }

    @Test
    void v2_cancels_look_like_real_ones() {
        String id = left("V2", "PAID", "card", "LIVE");
        JsonObject reason = new JsonObject().put("reason", "매장 사정");

        assertShape("v2/error.404.PAYMENT_NOT_FOUND.json", v2Post("/payments/nobody/cancel", reason));
        assertShape("v2/error.400.INVALID_REQUEST.json", v2Post("/payments/" + id + "/cancel", new JsonObject()));
        assertShape("v2/cancel.SUCCEEDED.json", v2Post("/payments/" + id + "/cancel", reason));
        assertShape("v2/error.409.PAYMENT_ALREADY_CANCELLED.json", v2Post("/payments/" + id + "/cancel", reason));
        assertShape("v2/payment.CANCELLED.json", v2("/payments/" + id));
    }

    @Test
    void v2_faulty_cancels_look_like_real_ones() {
        String failed = left("V2", "PAID", "card", "LIVE");
        String refused = left("V2", "PAID", "card", "LIVE");
        JsonObject reason = new JsonObject().put("reason", "매장 사정");
        buyer.faults(
                Buyer.fault("cancel-failed").put("paymentId", failed),
                Buyer.fault("pg-error").put("paymentId", refused));

        assertShape("v2/cancel.FAILED.json", v2Post("/payments/" + failed + "/cancel", reason));
        assertShape("v2/error.502.PG_PROVIDER.json", v2Post("/payments/" + refused + "/cancel", reason));
    }

    @Test
    void v2_search_looks_like_a_real_one() {
        left("V2", "PAID", "card", "LIVE");

        String page = v2("/payments?requestBody=%7B%22page%22%3A%7B%22number%22%3A0%2C%22size%22%3A1%7D%2C"
                + "%22filter%22%3A%7B%22status%22%3A%5B%22PAID%22%5D%2C%22isTest%22%3Afalse%7D%7D");

        assertShape("v2/payments.search.json", page);
    }

    @Test
    void v1_answers_look_like_real_ones() {
        V1Caller caller = new V1Caller(simulator);
        assertShape("v1/token.200.json", caller.token().text());
        assertShape(
                "v1/payment.paid.card.200.json",
                caller.get(paidV1("PAID", "card", "LIVE")).text());
        assertShape(
                "v1/payment.paid.kakaopay-test.200.json",
                caller.get(paidV1("PAID", "easypay", "TEST") + "?include_sandbox=true")
                        .text());
        assertShape(
                "v1/payment.failed.200.json",
                caller.get(paidV1("FAILED", "card", "LIVE")).text());
        assertShape(
                "v1/payment.ready.vbank.200.json",
                caller.get(paidV1("VIRTUAL_ACCOUNT_ISSUED", "vbank", "LIVE")).text());
    }

    @Test
    void v1_cancels_look_like_real_ones() {
        V1Caller caller = new V1Caller(simulator);
        JsonObject cancel =
                new JsonObject().put("imp_uid", paidV1("PAID", "card", "LIVE")).put("reason", "매장 사정");

        assertShape("v1/cancel.full.200.json", caller.cancel(cancel).text());
        assertThat(caller.cancel(cancel).json()).isEqualTo(new JsonObject(fixture("v1/cancel.already.200.json")));
    }

    private static String paidV1(String outcome, String method, String channel) {
        String id = left("V1", outcome, method, channel);
        return buyer.view(id).getString("imp_uid");
    }
}
