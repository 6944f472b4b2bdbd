package io.sirenorder.web.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A store in Gangnam, its menu, its orders and its week. */
final class Samples {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long[] NETS = {412_000, 388_500, 501_200, 476_900, 0, 533_100, 458_700, 286_400};
    private static final Map<String, List<String>> NEXT =
            Map.of("WAITING", List.of("ACCEPTED", "REFUSED"), "ACCEPTED", List.of("FINISHED", "REFUSED"));

    private static final Map<Integer, String> PROBLEMS =
            Map.of(401, "unauthorized", 404, "not-found", 429, "too-many-requests", 503, "neighbour-unavailable");

    private Samples() {}

    static boolean may(String from, String to) {
        return NEXT.getOrDefault(from, List.of()).contains(to);
    }

    static String in(long seconds) {
        return Instant.now().plus(Duration.ofSeconds(seconds)).toString();
    }

    static JsonObject ids() {
        return new JsonObject()
                .put("merchantId", FakeHouse.MERCHANT)
                .put("storeId", FakeHouse.STORE)
                .put("walletId", FakeHouse.WALLET);
    }

    static JsonObject ticket() {
        return new JsonObject().put("ticket", UUID.randomUUID().toString()).put("expiresIn", 30);
    }

    static JsonObject store() {
        return new JsonObject()
                .put("storeId", FakeHouse.STORE)
                .put("name", "강남점")
                .put("open", true)
                .put("accepting", true)
                .put("opensAt", null)
                .put("answerWithinSeconds", 300)
                .put("address", "서울 강남구 테헤란로 1")
                .put("location", location())
                .put("thumbnailUrl", null)
                .put("description", "")
                .put("images", new JsonArray())
                .put("phone", "02-123-4567")
                .put("openingHours", null)
                .put("orderingHours", null)
                .put("parking", null)
                .put("directions", null)
                .put(
                        "queue",
                        new JsonObject().put("waiting", 0).put("making", 0).put("minutes", 5))
                .put("busyMinutes", null)
                .put("busyUntil", null)
                .put("pausedUntil", null)
                .put("specialDays", new JsonObject());
    }

    /** Settings of a kitchen that left everything as it is without. */
    static JsonObject kitchen() {
        return new JsonObject()
                .put("prepMinutes", null)
                .put("secondsPerUnit", null)
                .put("windowMinutes", null)
                .put("slotMinutes", null)
                .put("unitsPerSlot", null)
                .put("collection", null)
                .put(
                        "promises",
                        new JsonObject()
                                .put("last7Days", 0)
                                .put("keptPercent", null)
                                .put("medianLateSeconds", null));
    }

    /** Problem that services answer with such a status. */
    static JsonObject problem(int status) {
        String code = PROBLEMS.get(status);
        return new JsonObject()
                .put("type", "http://localhost/problems/" + code)
                .put("code", code)
                .put("title", "대본에 따른 오류")
                .put("status", status)
                .put("detail", "대본에 따른 오류입니다.");
    }

    static JsonObject page(JsonArray items) {
        return new JsonObject().put("items", items).putNull("nextCursor");
    }

    static JsonArray menu() {
        return new JsonArray()
                .add(item("americano", "카페 아메리카노", "Caffe Americano", "DRINK", 4_500, drink()))
                .add(item("caffe-latte", "카페 라떼", "Caffe Latte", "DRINK", 5_000, drink()))
                .add(item("vanilla-latte", "바닐라 라떼", "Vanilla Latte", "DRINK", 5_900, drink()))
                .add(item("earl-grey", "얼 그레이 티", "Earl Grey Tea", "DRINK", 4_500, drink()))
                .add(item(
                        "croissant",
                        "버터 크루아상",
                        "Butter Croissant",
                        "FOOD",
                        3_500,
                        group("warm", "데우기", "NO", "그대로", "YES", "데움")))
                .add(item("bagel", "베이글 & 크림치즈", "Bagel with Cream Cheese", "FOOD", 4_900, new JsonArray())
                        .put("available", false)
                        .put("soldOutUntil", in(3_600)))
                .add(item("tumbler", "사이렌 텀블러 473ml", "Siren Tumbler 473 ml", "PRODUCT", 32_000, new JsonArray()));
    }

    /** All about an item of the menu. */
    static JsonObject detail(JsonObject item) {
        return item.copy()
                .put("nutrition", new JsonObject())
                .put("prepUnits", 1)
                .put("position", null);
    }

    static JsonObject drinkCalled(String name) {
        return item(UUID.randomUUID().toString(), name, name, "DRINK", 4_500, drink());
    }

    static JsonObject location() {
        return new JsonObject().put("latitude", 37.5).put("longitude", 127.03);
    }

    private static JsonArray drink() {
        return group("temperature", "온도", "HOT", "핫", "ICED", "아이스")
                .addAll(group("size", "크기", "TALL", "톨", "GRANDE", "그란데"))
                .addAll(group("cup", "컵", "DISPOSABLE", "일회용컵", "OWN", "개인컵"));
    }

    private static JsonArray group(String key, String name, String... choices) {
        JsonArray made = new JsonArray();
        for (int at = 0; at < choices.length; at += 2) {
            made.add(new JsonObject()
                    .put("value", choices[at])
                    .put("name", choices[at + 1])
                    .put("priceDeltaKrw", 0));
        }
        return new JsonArray()
                .add(new JsonObject().put("key", key).put("name", name).put("choices", made));
    }

    private static JsonObject item(
            String id, String name, String english, String category, int price, JsonArray groups) {
        return new JsonObject()
                .put("menuItemId", id)
                .put("name", name)
                .put("englishName", english)
                .put("category", category)
                .put("priceKrw", price)
                .put("thumbnailUrl", null)
                .put("description", "")
                .put("allergens", new JsonArray())
                .put("available", true)
                .put("soldOutUntil", null)
                .put("remaining", null)
                .put("optionGroups", groups);
    }

    static JsonObject line(String id, String name, int quantity, int price, Map<String, Object> options) {
        return new JsonObject()
                .put("menuItemId", id)
                .put("name", name)
                .put("quantity", quantity)
                .put("options", new JsonObject(options))
                .put("priceKrw", price)
                .put("englishName", null)
                .put("choices", null)
                .put("menuPriceKrw", null);
    }

    static JsonObject latte(int quantity) {
        return line(
                "caffe-latte",
                "카페 라떼",
                quantity,
                5_000,
                Map.of("temperature", "HOT", "size", "GRANDE", "cup", "DISPOSABLE"));
    }

    static JsonObject americano(int quantity) {
        return line(
                "americano", "카페 아메리카노", quantity, 4_500, Map.of("temperature", "ICED", "size", "TALL", "cup", "OWN"));
    }

    static JsonObject croissant(int quantity) {
        return line("croissant", "버터 크루아상", quantity, 3_500, Map.of("warm", "YES"));
    }

    /** An order that waits, placed so many seconds ago. */
    static JsonObject order(int number, long secondsAgo, String pickup, String note, JsonObject... lines) {
        return new JsonObject()
                .put("orderId", new UUID(0x0190a0a000007000L, 0x8000000000000000L + number).toString())
                .put("storeId", FakeHouse.STORE)
                .put("storeName", "강남점")
                .put("number", String.valueOf(number))
                .put("status", "WAITING")
                .put("version", 1)
                .put("lines", new JsonArray(List.of(lines)))
                .put("amountKrw", amount(lines))
                .put("discountKrw", 0)
                .put("tender", "CARD")
                .put("pickup", pickup)
                .put("note", note)
                .put("placedAt", in(-secondsAgo))
                .put("deliveredAt", null)
                .put("answerBy", in(300 - secondsAgo))
                .put("readyBy", null)
                .put("reason", null)
                .put("message", null)
                .put("refund", null)
                .put("promisedFrom", null)
                .put("promisedUntil", null)
                .put("finishedAt", null)
                .put("collection", null)
                .put("collectedAt", null)
                .put("cancelledKrw", null)
                .put("timeline", new JsonArray().add(step("placed", "buyer", secondsAgo)));
    }

    static JsonObject step(String step, String actor, long secondsAgo) {
        return new JsonObject()
                .put("step", step)
                .put("actor", actor)
                .put("reason", null)
                .put("at", in(-secondsAgo));
    }

    private static int amount(JsonObject... lines) {
        return List.of(lines).stream()
                .mapToInt(line -> line.getInteger("priceKrw") * line.getInteger("quantity"))
                .sum();
    }

    /** The same, accepted, ready in so many seconds. */
    static JsonObject accepted(JsonObject order, long readyInSeconds) {
        return order.put("status", "ACCEPTED")
                .put("version", 2)
                .put("answerBy", null)
                .put("readyBy", in(readyInSeconds));
    }

    /** The same, ended. */
    static JsonObject ended(JsonObject order, String status, String reason) {
        return order.put("status", status)
                .put("version", 3)
                .put("answerBy", null)
                .put("reason", reason);
    }

    static JsonObject days() {
        LocalDate today = LocalDate.now(SEOUL);
        return page(new JsonArray(IntStream.range(0, NETS.length)
                .mapToObj(at -> day(today.minusDays(NETS.length - 1L - at), NETS[at]))
                .toList()));
    }

    private static JsonObject day(LocalDate day, long net) {
        long reversed = net == 0 ? 0 : 9_500;
        return new JsonObject()
                .put("day", day.toString())
                .put("sales", net / 9_300)
                .put("salesKrw", net + reversed)
                .put("reversals", reversed / 9_500)
                .put("reversalsKrw", reversed)
                .put("netKrw", net)
                .put("sealed", false)
                .put(
                        "byTender",
                        new JsonObject()
                                .put("cardKrw", net - net / 20 * 2)
                                .put("pointsKrw", net / 20)
                                .put("couponKrw", net / 20)
                                .put("giftKrw", 0)
                                .put("unknownKrw", 0));
    }
}
