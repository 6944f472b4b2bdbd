package io.sirenorder.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Payments of a story as PortOne has them in its ledger. */
final class PortOneBooks {
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Map<String, String> gifts = new LinkedHashMap<>();
    private final FaultyPortOne portone;

    PortOneBooks(FaultyPortOne portone) {
        this.portone = portone;
    }

    void order(String orderId, String paymentId) {
        orders.put(orderId, paymentId);
    }

    void gift(String giftId) {
        gifts.put(giftId, giftId);
    }

    String paymentOf(String orderId) {
        return orders.get(orderId);
    }

    /** Orders and gifts that were paid. */
    List<String> all() {
        return Stream.concat(orders.keySet().stream(), gifts.keySet().stream()).toList();
    }

    /** Won that PortOne holds of the orders: paid less cancelled. */
    long heldForOrders() {
        return held(orders);
    }

    /** The same of the gifts. */
    long heldForGifts() {
        return held(gifts);
    }

    private long held(Map<String, String> payments) {
        return payments.values().stream()
                .mapToLong(payment -> portone.payment(payment).path("amount").asLong() - portone.refunded(payment))
                .sum();
    }
}
