package io.sirenorder.payment;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.sirenorder.kit.json.Tolerant;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The buyer's phone, PortOne's console and the fault knobs, at the simulator. */
public final class Sim {
    private static String url = "";

    private Sim() {}

    /** Where the simulator is. */
    public static void at(String address) {
        url = address;
    }

    /** Removes all faults. */
    public static void heal() {
        given().delete(url("/faults")).then().statusCode(200);
        put("/clock", Map.of("offsetSeconds", 0));
    }

    /** A payment that is about to be made. */
    public record Purchase(Map<String, Object> fields) {
        public static Purchase of(String paymentId, long amount) {
            return new Purchase(Map.of("version", "V2", "paymentId", paymentId, "amount", amount));
        }

        public Purchase with(String field, Object value) {
            Map<String, Object> more = new HashMap<>(fields);
            more.put(field, value);
            return new Purchase(more);
        }

        /** Whether PortOne would open its window. */
        public int payStatus() {
            return given().contentType(ContentType.JSON)
                    .body(fields)
                    .post(url("/pay"))
                    .statusCode();
        }

        public JsonNode pay() {
            return post("/pay", fields, 200);
        }
    }

    /** Webhooks go to this service from now on, and nothing is at fault. */
    public static void reset(int port) {
        at(PortOneTestResource.simulator().url());
        put("/webhooks", Map.of("url", "http://127.0.0.1:" + port + "/webhooks/portone", "timeScale", 0.005));
        heal();
    }

    public static JsonNode webhooks(Map<String, Object> settings) {
        return put("/webhooks", settings);
    }

    /** Rules as {@code fault, at, times, ...} maps. */
    public static void faults(List<Map<String, Object>> rules) {
        faults(7, rules);
    }

    public static void faults(long seed, List<Map<String, Object>> rules) {
        put("/faults", Map.of("seed", seed, "rules", rules));
    }

    public static Map<String, Object> rule(String fault, String at, int times) {
        return Map.of("fault", fault, "at", at, "times", times);
    }

    public static JsonNode payment(String id) {
        return read(given().get(url("/payments/" + id))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public static JsonNode console(String id, Map<String, Object> cancel) {
        return post("/payments/" + id + "/cancel", cancel, 200);
    }

    public static JsonNode act(String id, String action) {
        return post("/payments/" + id + "/" + action, Map.of(), 200);
    }

    private static JsonNode post(String path, Map<String, Object> body, int status) {
        return read(given().contentType(ContentType.JSON)
                .body(body)
                .post(url(path))
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    private static JsonNode put(String path, Map<String, Object> body) {
        return read(given().contentType(ContentType.JSON)
                .body(body)
                .put(url(path))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String url(String path) {
        return url + "/sim" + path;
    }

    private static JsonNode read(String json) {
        try {
            return Tolerant.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
