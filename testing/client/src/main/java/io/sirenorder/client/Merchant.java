package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** A merchant with one store, logged in. */
public record Merchant(Api api, String merchantId, String storeId, String walletId, String token) {
    public static final String PASSWORD = "correct horse battery staple";

    /** Registers a store under a name and logs its merchant in. */
    public static Merchant register(Api api, String storeName) {
        return register(api, storeName, PASSWORD);
    }

    public static Merchant register(Api api, String storeName, String password) {
        return register(api, store(storeName), password);
    }

    /** Registers a store that names its own account at PortOne. */
    public static Merchant registerPaidInto(Api api, String storeName, String portoneMerchantCode) {
        Map<String, Object> store = new HashMap<>(store(storeName));
        store.put("portoneMerchantCode", portoneMerchantCode);
        return register(api, store, PASSWORD);
    }

    private static Merchant register(Api api, Map<String, Object> store, String password) {
        Answer ids = api.post("/merchants", Map.of("password", password, "store", store))
                .expect(201);
        return signIn(api, ids.text("merchantId"), ids.text("storeId"), ids.text("walletId"), password);
    }

    /** Logs in a merchant that registered earlier. */
    public static Merchant signIn(Api api, String merchantId, String storeId, String walletId, String password) {
        String token = api.post("/sessions", Map.of("merchantId", merchantId, "password", password))
                .expect(201)
                .text("accessToken");
        return new Merchant(api.as(token), merchantId, storeId, walletId, token);
    }

    private static Map<String, Object> store(String storeName) {
        return Map.of(
                "name",
                storeName,
                "address",
                "서울특별시 강남구 테헤란로 1",
                "location",
                Map.of("latitude", 37.4979, "longitude", 127.0276),
                "phone",
                "02-555-0100");
    }

    /** Connects a till; {@code query} resumes an earlier one, or is empty. */
    public Socket till(String query) {
        return Socket.open(api, "/ws/merchant" + query, token);
    }

    /** Lets the store's orders wait so many seconds for an answer, 180 to 600, where the house's default is too short. */
    public Answer answerWithin(int seconds) {
        return api.call("PATCH", "/stores/" + storeId, Map.of("answerWithinSeconds", seconds));
    }

    public Answer accept(String orderId, int minutes) {
        return api.post("/orders/" + orderId + "/acceptance", Map.of("minutes", minutes));
    }

    public Answer refuse(String orderId, String reason) {
        return api.post("/orders/" + orderId + "/refusal", Map.of("reason", reason));
    }

    public Answer finish(String orderId) {
        return api.post("/orders/" + orderId + "/completion", Map.of());
    }

    public JsonNode order(String orderId) {
        return api.get("/orders/" + orderId).expect(200).body();
    }

    public long balance() {
        return api.get("/wallets/" + walletId).expect(200).number("balanceKrw");
    }
}
