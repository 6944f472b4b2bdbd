package io.sirenorder.local.demo;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.contracts.KoreanTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Stories of a kitchen with limits: a rush, the last cup, and a pause. */
final class KitchenStories {
    /** No promise reaches over midnight. */
    private static final LocalTime TOO_LATE = LocalTime.of(22, 0);

    private static final String AMERICANO = "americano";
    private static final int CROWD = 4;
    private static final int OFFICE = 99;

    private final Scene scene;
    private final Timeline timeline;

    KitchenStories(Scene scene) {
        this.scene = scene;
        this.timeline = scene.timeline;
    }

    /** Whether the trading day is long enough still. */
    static boolean isEarlyEnough(Instant now) {
        return LocalTime.ofInstant(now, KoreanTime.ZONE).isBefore(TOO_LATE);
    }

    void rush(Buyer crowd) {
        timeline.story("A rush: the wait is told before paying");
        timeline.does(
                Actor.MERCHANT,
                "limits the kitchen to 2 drinks in 5 minutes",
                () -> kitchen(Map.of("prepMinutes", 1, "slotMinutes", 5, "unitsPerSlot", 2)));
        scene.awaitOpen();
        Instant quiet = asks("asks how long an Americano takes");
        Answer checkout = timeline.does(
                Actor.FRIEND,
                "checks out " + CROWD + " × Americano",
                () -> checkOut(crowd, CROWD).expect(201),
                known -> ": ready from "
                        + Wording.clock(known.body().path("promise").path("readyFrom")));
        Instant later = asks("asks again, before paying");
        if (!later.isAfter(quiet)) {
            throw new IllegalStateException("the rush did not move the promise: " + quiet + " and " + later);
        }
        timeline.does(
                Actor.FRIEND,
                "asks for " + OFFICE + " more",
                () -> checkOut(crowd, OFFICE).expect(409),
                full -> ": " + full.problem() + ", and nothing was paid");
        timeline.does(
                Actor.FRIEND,
                "gives the checkout up: the kitchen is free again",
                () -> crowd.api()
                        .post("/checkouts/" + checkout.text("checkoutId") + "/abandonment", Map.of())
                        .expect(204));
        timeline.does(Actor.MERCHANT, "lifts the limit", () -> kitchen(Map.of()));
    }

    private Answer kitchen(Map<String, Integer> settings) {
        return scene.merchant.api().put(store("/kitchen"), settings).expect(200);
    }

    private Instant asks(String what) {
        Map<String, Object> line = Map.of("menuItemId", AMERICANO, "quantity", 1, "options", Map.of());
        Map<String, Object> wish =
                Map.of("storeId", scene.merchant.storeId(), "pickup", "TO_GO", "lines", List.of(line));
        Answer quote = timeline.does(
                Actor.BUYER,
                what,
                () -> scene.buyer.api().post("/quotes", wish).expect(200),
                known -> ": ready from "
                        + Wording.clock(known.body().path("promise").path("readyFrom")));
        return Instant.parse(quote.body().path("promise").path("readyFrom").asText());
    }

    void lastCup(Buyer friend) {
        timeline.story("The last cup: two want it, one gets it");
        timeline.does(
                Actor.MERCHANT,
                "counts one Americano left",
                () -> scene.merchant
                        .api()
                        .put(store("/menu/" + AMERICANO + "/stock"), Map.of("remaining", 1))
                        .expect(200));
        scene.awaitOpen();
        List<Answer> both = timeline.does(
                Actor.BUYER,
                "and the friend check out at the same moment",
                () -> Stream.of(scene.buyer, friend)
                        .map(each -> CompletableFuture.supplyAsync(() -> checkOut(each, 1)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList(),
                answers -> ": " + Wording.statuses(answers));
        Answer sold = only(both, 201);
        only(both, 409);
        Instant paid = scene.pays(sold);
        String orderId = sold.text("checkoutId");
        scene.tillShows(orderId, paid);
        scene.commands("accepts", "order.accept", Scene.order(orderId).put("minutes", 5));
        scene.commands("finishes it", "order.finish", Scene.order(orderId));
        timeline.does(
                Actor.MERCHANT,
                "counts no more",
                () -> scene.merchant
                        .api()
                        .delete(store("/menu/" + AMERICANO + "/stock"))
                        .expect(204));
    }

    private static Answer only(List<Answer> answers, int status) {
        List<Answer> found =
                answers.stream().filter(answer -> answer.status() == status).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " answers with " + status + " of " + answers);
        }
        return found.get(0);
    }

    void pause() {
        timeline.story("A till pauses: nothing is paid that would not be made");
        scene.awaitOpen();
        Instant until = Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        scene.commands("pauses for ten minutes", "store.pause", Json.object().put("until", until.toString()));
        timeline.does(
                Actor.BUYER,
                "tries to check out",
                () -> checkOut(scene.buyer, 1).expect(409),
                closed -> ": " + closed.problem() + " until "
                        + Wording.clock(closed.body().path("until")));
        scene.commands("resumes", "store.resume", Json.object());
        scene.awaitOpen();
    }

    private Answer checkOut(Buyer buyer, int quantity) {
        return buyer.checkOut(scene.merchant.storeId(), AMERICANO, quantity, 0);
    }

    private String store(String path) {
        return "/stores/" + scene.merchant.storeId() + path;
    }
}
