package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A buyer with a token of the local stack's issuer. */
public record Buyer(Api api, String buyerId, String email, String token) {

    public static Buyer signIn(Api api, String email, String nickname) {
        Answer answer = api.post("/dev/buyers", Map.of("email", email, "nickname", nickname))
                .expect(201);
        String token = answer.text("accessToken");
        return new Buyer(api.as(token), answer.text("buyerId"), email, token);
    }

    /** Connects a phone; {@code query} resumes an earlier connection, or is empty. */
    public Socket phone(String query) {
        return Socket.open(api, "/ws/buyer" + query, token);
    }

    /** Asks for one Americano to go. */
    public Answer checkOut(String storeId) {
        return checkOut(storeId, "americano", 1, 0);
    }

    public Answer checkOut(String storeId, String menuItemId, int quantity, long points) {
        Map<String, Object> line = Map.of("menuItemId", menuItemId, "quantity", quantity, "options", Map.of());
        return api.post(
                "/checkouts",
                Map.of(
                        "intent",
                        "ORDER",
                        "storeId",
                        storeId,
                        "lines",
                        List.of(line),
                        "pickup",
                        "TO_GO",
                        "points",
                        points));
    }

    /** Asks for a gift of one Americano to an e-mail address. */
    public Answer checkOutGift(String to, String message) {
        Map<String, Object> gift =
                Map.of("to", to, "menuItemId", "americano", "quantity", 1, "message", message, "wrap", "card1");
        return api.post("/checkouts", Map.of("intent", "GIFT", "gift", gift));
    }

    public JsonNode checkout(String checkoutId) {
        return api.get("/checkouts/" + checkoutId).expect(200).body();
    }

    public JsonNode order(String orderId) {
        return api.get("/orders/" + orderId).expect(200).body();
    }

    public Answer cancel(String orderId) {
        return api.post("/orders/" + orderId + "/cancellation", Map.of());
    }
}
