package io.sirenorder.web.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Orders of the scripted house, by id: what becomes of one, and what commands are replied with. */
final class FakeOrders {
    private static final List<String> REPLIED =
            List.of("orderId", "status", "version", "readyBy", "finishedAt", "collection");
    private static final Map<String, String> NEXT =
            Map.of("order.accept", "ACCEPTED", "order.refuse", "REFUSED", "order.finish", "FINISHED");
    private static final Map<String, String> ACTORS = Map.of(
            "ACCEPTED", "merchant",
            "REFUSED", "merchant",
            "FINISHED", "merchant",
            "CANCELLED", "buyer",
            "EXPIRED", "clock",
            "WAITING", "payment");

    private final Map<String, JsonObject> orders = new ConcurrentSkipListMap<>();
    private volatile JsonObject refusal;
    private volatile boolean asksForCodes;

    void forget() {
        orders.clear();
        refusal = null;
        asksForCodes = false;
    }

    void put(JsonObject order) {
        orders.put(order.getString("orderId"), order);
    }

    JsonObject get(String id) {
        return orders.get(id);
    }

    /** Orders of a store with one of these statuses, and with a number if that is not null. */
    JsonArray list(String storeId, List<String> statuses, String number) {
        return new JsonArray(orders.values().stream()
                .filter(order -> storeId.equals(order.getString("storeId")))
                .filter(order -> statuses.contains(order.getString("status")))
                .filter(order -> number == null || number.equals(order.getString("number")))
                .toList());
    }

    /** Commands are refused in these words from now on; null ends that. */
    void refuseCommands(String detail) {
        refusal = detail == null ? null : trouble("forbidden", detail);
    }

    void askForCodes() {
        asksForCodes = true;
    }

    /** The {@code d} of a reply, or the trouble in its place. */
    JsonObject command(String type, JsonObject d) {
        if (refusal != null) {
            return refusal;
        }
        JsonObject order = orders.get(d.getString("orderId"));
        if (type.equals("order.collect")) {
            return collect(order, d.getString("code"));
        }
        if (!Samples.may(order.getString("status"), type.equals("order.delay") ? "FINISHED" : NEXT.get(type))) {
            return trouble("order-already-decided", "이미 처리된 주문입니다.");
        }
        if (type.equals("order.delay")) {
            delay(order, Duration.ofMinutes(d.getInteger("minutes")));
        } else {
            change(order, NEXT.get(type), d);
        }
        return reply(order);
    }

    /** Later than promised, or than now if that has passed. */
    private static void delay(JsonObject order, Duration later) {
        Instant promised = Instant.parse(order.getString("readyBy"));
        Instant now = Instant.now();
        change(order, "ACCEPTED", new JsonObject());
        order.put(
                "readyBy", (promised.isBefore(now) ? now : promised).plus(later).toString());
    }

    private JsonObject collect(JsonObject order, String code) {
        if (asksForCodes && !FakeHouse.PICKUP_CODE.equals(code)) {
            return trouble("pickup-code-wrong", "픽업 번호가 맞지 않습니다.");
        }
        change(order.put("collection", "COLLECTED"), "FINISHED", new JsonObject());
        return reply(order);
    }

    private static JsonObject reply(JsonObject order) {
        JsonObject reply = new JsonObject();
        REPLIED.stream()
                .filter(name -> order.getValue(name) != null)
                .forEach(name -> reply.put(name, order.getValue(name)));
        return reply;
    }

    private static JsonObject trouble(String code, String detail) {
        return new JsonObject().put("code", code).put("retryable", false).put("detail", detail);
    }

    static void change(JsonObject order, String status, JsonObject d) {
        if (!status.equals(order.getString("status"))) {
            order.getJsonArray("timeline").add(Samples.step(status.toLowerCase(Locale.ROOT), ACTORS.get(status), 0));
        }
        order.put("status", status).put("version", order.getInteger("version") + 1);
        if (!status.equals("WAITING")) {
            order.putNull("answerBy");
        }
        if (d.containsKey("minutes")) {
            order.put("readyBy", Samples.in(d.getInteger("minutes") * 60));
        }
        if (status.equals("FINISHED") && order.getValue("collection") == null) {
            order.put("collection", "AWAITED").put("finishedAt", Samples.in(0));
        }
        if (d.containsKey("reason")) {
            order.put("reason", d.getString("reason"));
        }
    }
}
