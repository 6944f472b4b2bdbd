package io.sirenorder.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.contracts.KoreanTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stories of money after the sale: a refund that PortOne will not make, and the day's statement. */
final class MoneyStories {
    private static final int AMOUNT_COLUMN = 5;

    private final Scene scene;
    private final Timeline timeline;

    MoneyStories(Scene scene) {
        this.scene = scene;
        this.timeline = scene.timeline;
    }

    void settledByHand() {
        timeline.story("PortOne refuses a refund: an operator settles it by hand");
        Answer checkout = scene.checksOut(1);
        String orderId = checkout.text("checkoutId");
        scene.tillShows(orderId, scene.pays(checkout));
        timeline.does(Actor.PORTONE, "will refuse to cancel this payment", () -> refuseCancellation(orderId));
        Instant refused = scene.commands(
                "refuses: SOLD_OUT", "order.refuse", Scene.order(orderId).put("reason", "SOLD_OUT"));
        scene.buyerHears(orderId, "refuse", refused);
        Api operator = scene.operator();
        JsonNode refund = timeline.does(
                Actor.OPERATOR,
                "finds the refund that needs a person",
                () -> manualRefund(operator, orderId),
                found -> ": " + found.path("lastAnswer").asText());
        timeline.does(
                Actor.OPERATOR,
                "pays " + Wording.won(checkout.number("amountKrw")) + " back by bank transfer and says so",
                () -> operator.post(
                                "/refunds/" + refund.path("refundId").asText() + "/settlement",
                                Map.of("note", "bank transfer", "settledKrw", checkout.number("amountKrw")))
                        .expect(200));
        timeline.does(
                Actor.BUYER,
                "sees the refund as done",
                () -> scene.until(
                        "the order's refund is done",
                        () -> scene.buyer.order(orderId).path("refund").asText().equals("done")));
        scene.portone.api().delete("/sim/faults");
    }

    private Answer refuseCancellation(String paymentId) {
        List<Map<String, Object>> rules = Stream.of("v1.cancel", "v2.cancel")
                .map(place -> Map.<String, Object>of("fault", "pg-error", "at", place, "paymentId", paymentId))
                .toList();
        return scene.portone.api().put("/sim/faults", Map.of("rules", rules)).expect(200);
    }

    private JsonNode manualRefund(Api operator, String checkoutId) {
        String path = "/payments?refund=MANUAL&checkoutId=" + checkoutId;
        scene.until(
                "the refund waits for a person",
                () -> operator.get(path).expect(200).body().path("items").size() == 1);
        return operator.get(path).expect(200).body().at("/items/0/refunds/0");
    }

    /** The lines of the day, in a spreadsheet's form, add up to its sum, and what was paid is what the wallets hold. */
    void statement() {
        timeline.story("The day's statement re-adds to the won");
        LocalDate today = KoreanTime.dateOf(Instant.now());
        String path = "/wallets/" + scene.merchant.walletId() + "/days/" + today;
        timeline.does(
                Actor.MERCHANT,
                "downloads the day and adds its lines up",
                () -> statement(path),
                day -> ": %d lines, %s".formatted(day.path("lines").size(), Wording.won(net(day))));
        timeline.does(
                Actor.OPERATOR,
                "clears the day: every won has its place",
                () -> cleared(scene.operator(), today),
                day -> ": " + Wording.won(day.at("/total/paidKrw").asLong()) + " paid, "
                        + Wording.won(day.at("/total/cancelledKrw").asLong()) + " back through PortOne, "
                        + Wording.won(day.at("/total/byHandKrw").asLong()) + " by hand");
    }

    /** A sale may be booked between the two readings. */
    private JsonNode statement(String path) {
        Api merchant = scene.merchant.api();
        scene.until(
                "the lines add up to the day's sum",
                () -> sum(merchant.with("Accept", "text/csv").get(path).expect(200))
                        == net(merchant.get(path).expect(200).body()));
        return merchant.get(path).expect(200).body();
    }

    private static long sum(Answer csv) {
        return csv.body()
                .asText()
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[AMOUNT_COLUMN]))
                .sum();
    }

    private static long net(JsonNode day) {
        return day.path("netKrw").asLong();
    }

    private JsonNode cleared(Api operator, LocalDate day) {
        String path = "/settlement/days/" + day;
        scene.until(
                "the day has no difference",
                () -> operator.get(path)
                                .expect(200)
                                .body()
                                .at("/total/differenceKrw")
                                .asLong()
                        == 0);
        return operator.get(path).expect(200).body();
    }
}
