package io.sirenorder.web.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Prices and promises of the scripted house: what its menu says, ready in ten minutes. */
final class FakeQuotes {
    private FakeQuotes() {}

    /** Quotes lines of items as the menu has them now. */
    static JsonObject of(JsonArray menu, JsonObject asked) {
        List<JsonObject> lines = asked.getJsonArray("lines").stream()
                .map(JsonObject.class::cast)
                .map(line -> priced(menu, line))
                .toList();
        return new JsonObject()
                .put("storeId", asked.getString("storeId"))
                .put("storeName", "강남점")
                .put("lines", new JsonArray(lines))
                .put("totalKrw", lines.stream().mapToInt(FakeQuotes::total).sum())
                .put(
                        "promise",
                        new JsonObject()
                                .put("readyFrom", Samples.in(600))
                                .put("readyUntil", Samples.in(900))
                                .put("ordersAhead", 0)
                                .put("minutes", 10));
    }

    private static JsonObject priced(JsonArray menu, JsonObject line) {
        JsonObject item = menu.stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("menuItemId").equals(line.getString("menuItemId")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> options =
                line.getJsonObject("options", new JsonObject()).getMap();
        return Samples.line(
                item.getString("menuItemId"),
                item.getString("name"),
                line.getInteger("quantity"),
                item.getInteger("priceKrw"),
                options);
    }

    private static int total(JsonObject line) {
        return line.getInteger("priceKrw") * line.getInteger("quantity");
    }
}
