package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Things of a merchant and a buyer: one at least for each parameter of a path in the public document, and two for each
 * list. All that takes a key was asked for by the key of its operation.
 */
final class Estate implements AutoCloseable {
    private static final Map<String, Object> ACCEPTANCE = Map.of("minutes", 120);

    private final Stack stack;
    private final Merchant merchant;
    private final Buyer buyer;
    private final Socket till;
    private final String run = UUID.randomUUID().toString();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> bodies = new HashMap<>();

    Estate(Stack stack) {
        this.stack = stack;
        Merchant registered = stack.merchant();
        this.merchant = Merchant.signIn(
                stack.api(), registered.merchantId(), registered.storeId(), registered.walletId(), Merchant.PASSWORD);
        this.buyer = stack.buyer();
        changeStanding();
        this.till = merchant.till("");
        till.onFrame(frame -> {
            if (frame.isA("order.placed")) {
                till.ack(frame);
            }
        });
        Eventually.is(() -> stack.isOpen(merchant), true);
        name("merchantId", merchant.merchantId());
        name("storeId", merchant.storeId());
        name("walletId", merchant.walletId());
        name("menuItemId", "estate-" + run.substring(0, 8));
        name("service", "store");
        name("id", "1");
        name("day", day());
        name("date", LocalDate.parse(day()).plusDays(3).toString());
        bodies.put("NewPassword", Map.of("currentPassword", Merchant.PASSWORD, "newPassword", run));
        bodies.put("SpecialDay", Map.of("closed", true));
        bodies.put("Acceptance", ACCEPTANCE);
        describeItem();
        sell();
        haveCoupons();
        receiveGifts();
    }

    private void changeStanding() {
        String store = "/merchants/" + merchant.merchantId() + "/stores/" + merchant.storeId();
        Eventually.is(() -> stack.api().get("/stores/" + merchant.storeId()).status(), 200);
        stack.operator()
                .post(store + "/suspension", Map.of("reason", "a look at it"))
                .expect(200);
        stack.operator().post(store + "/reinstatement", null).expect(200);
    }

    /** An item that is not on sale, so that no other story meets it. */
    private void describeItem() {
        for (int price : List.of(4_000, 4_500)) {
            Map<String, Object> item = Map.of(
                    "name",
                    "비매품",
                    "englishName",
                    "Not for sale",
                    "category",
                    "DRINK",
                    "priceKrw",
                    price,
                    "onSale",
                    false);
            stack.operator().put("/menu/" + of("menuItemId"), item).expect(200);
        }
    }

    /** Two orders are finished, one is refused and refunded, one is accepted. */
    private void sell() {
        for (int i = 0; i < 2; i++) {
            merchant.api()
                    .put(
                            "/stores/" + merchant.storeId() + "/kitchen",
                            Map.of("collection", Map.of("confirm", "CODE"), "prepMinutes", 3 + i))
                    .expect(200);
            String done = order(buyer.api());
            merchant.accept(done, 120).expect(200);
            merchant.finish(done).expect(200);
        }
        String refused = order(buyer.api());
        merchant.refuse(refused, "SOLD_OUT").expect(200);
        stack.awaitFullRefund(refused);
        JsonNode payment =
                stack.operator().get("/payments/" + refused).expect(200).body();
        name("refundId", payment.path("refunds").path(0).path("refundId").asText());

        String accepted = order(keyed(buyer.api(), "openCheckout"));
        keyed(merchant.api(), "acceptOrder")
                .post("/orders/" + accepted + "/acceptance", ACCEPTANCE)
                .expect(200);
        name("orderId", accepted);
        name("checkoutId", accepted);
        String code = buyer.api()
                .get("/orders/" + accepted + "/pickup-code")
                .expect(200)
                .text("code");
        bodies.put("PickupCode", Map.of("code", code));
        Eventually.is(
                () -> entries(merchant.api(), "/wallets/" + merchant.walletId() + "/entries"), true, Stack.PATIENCE);
        Eventually.is(() -> entries(buyer.api(), "/loyalty/entries"), true, Stack.PATIENCE);
    }

    private static boolean entries(Api owner, String list) {
        return owner.get(list).expect(200).body().path("items").size() > 1;
    }

    private String order(Api payer) {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        Map<String, Object> wish = Map.of(
                "intent",
                "ORDER",
                "storeId",
                merchant.storeId(),
                "lines",
                List.of(line),
                "pickup",
                "TO_GO",
                "points",
                0);
        bodies.put("CheckoutRequest", wish);
        Answer checkout = payer.post("/checkouts", wish).expect(201);
        stack.portone().pay(checkout).expect(200);
        String orderId = checkout.text("checkoutId");
        till.await("order.placed", frame -> frame.text("orderId").equals(orderId));
        return orderId;
    }

    private void haveCoupons() {
        for (int i = 0; i < 2; i++) {
            Answer published = stack.operator()
                    .post("/coupons", Map.of("menuItemId", "americano"))
                    .expect(201);
            name("code", published.text("code"));
            name("couponId", published.text("couponId"));
            keyed(buyer.api(), "registerCoupon" + i)
                    .post("/coupons/" + published.text("code") + "/registration", null)
                    .expect(200);
        }
        bodies.put("CouponOrder", Map.of("code", of("code"), "pickup", "TO_GO"));
    }

    private void receiveGifts() {
        Buyer giver = stack.buyer();
        for (int i = 0; i < 2; i++) {
            Answer checkout = giver.checkOutGift(buyer.email(), "잘 지내요").expect(201);
            stack.portone().pay(checkout).expect(200);
            String giftId = checkout.text("checkoutId");
            name("giftId", giftId);
            Eventually.is(() -> buyer.api().get("/gifts/" + giftId).status(), 200, Stack.PATIENCE);
        }
    }

    private void name(String parameter, String id) {
        ids.put(parameter, id);
    }

    /** Whether a parameter of that name is an id of something here. */
    boolean has(String parameter) {
        return ids.containsKey(parameter);
    }

    /** The id by the name of its parameter; a parameter that nothing here is named by is a new kind of thing. */
    String of(String parameter) {
        assertThat(ids).as("things that a path names").containsKey(parameter);
        return ids.get(parameter);
    }

    /** Ids of nothing, of the same form; what belongs to nobody stays. */
    String ofNothing(String parameter) {
        return of(parameter).matches("[0-9a-f-]{36}")
                ? UUID.randomUUID().toString()
                : parameter.equals("code") ? "0000-0000-0000-0000" : of(parameter);
    }

    /** Texts that nobody else may read. */
    Set<String> secrets() {
        return Set.of(
                of("merchantId"),
                of("walletId"),
                of("orderId"),
                of("couponId"),
                of("code"),
                of("giftId"),
                of("refundId"),
                buyer.buyerId(),
                buyer.email());
    }

    /** The body of that schema that the owners sent or would send, where a sample of any values says too little. */
    Optional<Object> body(String schema) {
        return Optional.ofNullable(bodies.get(schema));
    }

    Api keyed(Api caller, String operation) {
        return caller.with("Idempotency-Key", run + operation);
    }

    String day() {
        return LocalDate.now(ZoneId.of("Asia/Seoul")).toString();
    }

    /** Owners of it, by their name in {@code docs/access}. */
    Map<String, Api> owners() {
        return Map.of("merchant", merchant.api(), "buyer", buyer.api());
    }

    @Override
    public void close() {
        till.close();
    }
}
