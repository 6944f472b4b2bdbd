package io.sirenorder.local.demo;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Socket;
import java.time.Instant;
import java.util.Map;

/** Stories of a gift, and of a drink for a coupon. */
final class CouponStories {
    private final Scene scene;
    private final Timeline timeline;

    CouponStories(Scene scene) {
        this.scene = scene;
        this.timeline = scene.timeline;
    }

    void giftReceived(Buyer friend) {
        timeline.story("A gift: paid by one, received by another");
        try (Socket phone = timeline.does(Actor.FRIEND, "signs in and connects", () -> friend.phone(""))) {
            Answer checkout = timeline.does(
                    Actor.BUYER,
                    "checks out a gift for the friend's e-mail address",
                    () -> scene.buyer.checkOutGift(friend.email(), "고마워요").expect(201),
                    gift -> ": " + Wording.won(gift.number("amountKrw")));
            Instant paid = scene.pays(checkout);
            timeline.hears(
                    Actor.FRIEND,
                    "gift.received",
                    paid,
                    () -> phone.await("gift.received", frame -> true),
                    gift -> ": " + gift.text("name") + ", “" + gift.text("message") + "” from "
                            + gift.text("senderName"));
            timeline.does(
                    Actor.FRIEND,
                    "finds the coupon in the box",
                    () -> scene.until("the box holds a coupon", () -> couponsOf(friend) == 1));
        }
    }

    private static int couponsOf(Buyer buyer) {
        return buyer.api().get("/coupons").expect(200).body().path("items").size();
    }

    void couponOrdered() {
        timeline.story("A coupon buys a drink, without PortOne");
        String code =
                timeline.does(Actor.OPERATOR, "publishes a coupon for an Americano", this::publish, is -> ": " + is);
        timeline.does(
                Actor.BUYER,
                "registers it",
                () -> scene.buyer
                        .api()
                        .post("/coupons/" + code + "/registration", Map.of())
                        .expect(200));
        scene.awaitOpen();
        Instant ordered = Instant.now();
        Answer order =
                timeline.does(Actor.BUYER, "orders with it", () -> scene.ordersWith(code), is -> ": nothing to pay");
        String orderId = order.text("orderId");
        scene.tillShows(orderId, ordered);
        Instant accepted =
                scene.commands("accepts", "order.accept", Scene.order(orderId).put("minutes", 5));
        scene.buyerHears(orderId, "accept", accepted);
        scene.buyerHears(orderId, "finish", scene.commands("finishes it", "order.finish", Scene.order(orderId)));
    }

    private String publish() {
        return scene.operator()
                .post("/coupons", Map.of("menuItemId", "americano"))
                .expect(201)
                .text("code");
    }
}
