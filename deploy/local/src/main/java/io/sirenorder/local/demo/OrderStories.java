package io.sirenorder.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stories of paid orders: finished, refused, and left unanswered. */
final class OrderStories {
    private static final int MINUTES = 7;
    private static final int LONGEST_ANSWER_SECONDS = 600;

    private final Scene scene;
    private final Timeline timeline;

    OrderStories(Scene scene) {
        this.scene = scene;
        this.timeline = scene.timeline;
    }

    /** Also signs in the demo store's merchant and a buyer, whose pages show the stories live. */
    void acceptedAndFinished() {
        timeline.story("An order is paid, accepted, finished");
        enter();
        Answer checkout = scene.checksOut(2);
        String orderId = checkout.text("checkoutId");
        Instant paid = scene.pays(checkout);
        Frame shown = scene.tillShows(orderId, paid);
        scene.buyerHears(orderId, "wait", paid);
        Instant accepted = scene.commands(
                "accepts, ready in " + MINUTES + " minutes",
                "order.accept",
                Scene.order(orderId).put("minutes", MINUTES));
        scene.buyerHears(orderId, "accept", accepted);
        Instant finished = scene.commands("finishes no. " + shown.text("number"), "order.finish", Scene.order(orderId));
        scene.buyerHears(orderId, "finish", finished);
        walletShows(checkout.number("amountKrw"));
    }

    private void enter() {
        scene.merchant = timeline.does(
                Actor.MERCHANT,
                "logs in",
                () -> DemoStore.registeredIn(scene.demoStore, scene.door).signIn(scene.door),
                known -> ": store %s, wallet %s, merchant %s"
                        .formatted(
                                Wording.brief(known.storeId()),
                                Wording.brief(known.walletId()),
                                Wording.brief(known.merchantId())));
        scene.awaitStore();
        scene.till = timeline.does(Actor.TILL, "connects: the store opens", () -> scene.merchant.till(""));
        scene.balanceBefore = scene.merchant.balance();
        scene.buyer = timeline.does(
                Actor.BUYER, "signs in", () -> Buyer.signIn(scene.door, "minji@example.com", "민지"), Wording::whom);
        scene.phone = timeline.does(Actor.BUYER, "connects", () -> scene.buyer.phone(""));
    }

    Buyer signIn(String who, String nickname) {
        String email = who + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        return Buyer.signIn(scene.door, email, nickname);
    }

    private void walletShows(long sold) {
        timeline.does(
                Actor.MERCHANT,
                "sees " + Wording.won(sold) + " in the wallet",
                () -> scene.until(
                        "the wallet shows the sale", () -> scene.merchant.balance() == scene.balanceBefore + sold));
    }

    void refusedAndRefunded() {
        timeline.story("An order is refused: the money goes back");
        Answer checkout = scene.checksOut(1);
        String orderId = checkout.text("checkoutId");
        scene.tillShows(orderId, scene.pays(checkout));
        Instant refused = scene.commands(
                "refuses: SOLD_OUT", "order.refuse", Scene.order(orderId).put("reason", "SOLD_OUT"));
        scene.buyerHears(orderId, "refuse", refused);
        scene.isRefunded(checkout);
    }

    void unansweredAndRefunded() {
        timeline.story("No answer: the clock ends the order, the money goes back");
        Answer checkout = scene.checksOut(1);
        String orderId = checkout.text("checkoutId");
        Instant paid = scene.pays(checkout);
        scene.tillShows(orderId, paid);
        timeline.hears(
                Actor.TILL,
                "order.reminder",
                paid,
                () -> scene.till.await(
                        "order.reminder", frame -> frame.text("orderId").equals(orderId)),
                frame -> ": no answer yet");
        scene.buyerHears(orderId, "expire", paid);
        scene.isRefunded(checkout);
    }

    /** From now on the store's orders wait for as long as a store may let them. */
    void takeYourTime() {
        JsonNode store = scene.store().body();
        ObjectNode profile = Json.object().put("answerWithinSeconds", LONGEST_ANSWER_SECONDS);
        List.of("name", "address", "location", "phone").forEach(field -> profile.set(field, store.path(field)));
        scene.merchant.api().put("/stores/" + scene.merchant.storeId(), profile).expect(200);
    }
}
