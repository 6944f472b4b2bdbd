package io.sirenorder.store.hold;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asService;

import io.restassured.response.Response;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores that count and work in slots, and the holds of their buyers. */
final class Kitchens {
    static final String ITEM = "americano";

    private Kitchens() {}

    static CheckoutId checkout() {
        return new CheckoutId(UUID.randomUUID());
    }

    static void count(Shop shop, int remaining) {
        as(shop).body(Map.of("remaining", remaining))
                .put(shop.path() + "/menu/" + ITEM + "/stock")
                .then()
                .statusCode(200);
    }

    static void slots(Shop shop, int minutes, int units) {
        as(shop).body(Map.of("slotMinutes", minutes, "unitsPerSlot", units))
                .put(shop.path() + "/kitchen")
                .then()
                .statusCode(200);
    }

    static HoldRequest request(Shop shop, String buyer, int... quantities) {
        Recipient recipient = Town.recipient(buyer);
        List<QuoteRequest.Line> lines = java.util.Arrays.stream(quantities)
                .mapToObj(n -> new QuoteRequest.Line(new MenuItemId(ITEM), n, null))
                .toList();
        return new HoldRequest(recipient, shop.store(), Pickup.TO_GO, lines, Duration.ofMinutes(10));
    }

    static Response hold(CheckoutId id, Shop shop, String buyer, int... quantities) {
        return asService().body(body(request(shop, buyer, quantities))).put("/internal/holds/" + id);
    }

    static Response holdOf(String item, CheckoutId id, Shop shop, int quantity) {
        HoldRequest cups = request(shop, "buyer-" + id, quantity);
        QuoteRequest.Line line = new QuoteRequest.Line(new MenuItemId(item), quantity, null);
        HoldRequest request = new HoldRequest(cups.buyer(), shop.store(), cups.pickup(), List.of(line), cups.holdFor());
        return asService().body(body(request)).put("/internal/holds/" + id);
    }

    /** A payment for so many cups, for which the buyer was told a window. */
    static PaymentApproved paid(CheckoutId id, Shop shop, String buyer, int quantity, Promise promise) {
        OrderLine line = new OrderLine(new MenuItemId(ITEM), "아메리카노", quantity, Map.of(), Krw.of(4_500));
        return new PaymentApproved(
                id,
                Intent.ORDER,
                Town.recipient(buyer),
                new OrderDraft(shop.store(), List.of(line), Pickup.TO_GO, "", promise),
                null,
                line.totalKrw(),
                Krw.ZERO,
                Instant.now());
    }

    private static Map<String, Object> body(HoldRequest request) {
        Map<String, Object> body = new HashMap<>();
        body.put("buyer", request.buyer().value());
        body.put("storeId", request.storeId().toString());
        body.put("pickup", request.pickup().name());
        body.put("holdFor", request.holdFor().toString());
        body.put(
                "lines",
                request.lines().stream()
                        .map(line -> Map.of("menuItemId", line.menuItemId().value(), "quantity", line.quantity()))
                        .toList());
        return body;
    }
}
