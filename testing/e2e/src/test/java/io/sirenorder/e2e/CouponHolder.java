package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Buyer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A buyer who collects points and stamps, and holds one coupon at a time. */
record CouponHolder(Stack stack, Buyer buyer) {
    private static final int STAMPS = 6;

    /** A coupon that the house published, registered. */
    String promotion(String menuItemId) {
        String code = stack.operator()
                .post("/coupons", Map.of("menuItemId", menuItemId))
                .expect(201)
                .text("code");
        buyer.api().post("/coupons/" + code + "/registration", Map.of()).expect(200);
        return code;
    }

    /** The coupon for six stamps, once they are earned. */
    String forStamps() {
        awaitLoyalty("stamps", STAMPS);
        buyer.api().post("/stamps/exchange", Map.of()).expect(201);
        return onlyCode();
    }

    void awaitLoyalty(String kind, long least) {
        Eventually.is(() -> buyer.api().get("/loyalty").expect(200).number(kind) >= least, true, Stack.PATIENCE);
    }

    /** The code of the one coupon that can be used. */
    String onlyCode() {
        Eventually.is(() -> usable().size(), 1, Stack.PATIENCE);
        return usable().get(0).path("code").asText();
    }

    private List<JsonNode> usable() {
        List<JsonNode> usable = new ArrayList<>();
        buyer.api().get("/coupons").expect(200).body().path("items").forEach(coupon -> {
            if (coupon.path("status").asText().equals("REGISTERED")) {
                usable.add(coupon);
            }
        });
        return usable;
    }

    void awaitGift(String gift, String status) {
        Eventually.is(() -> buyer.api().get("/gifts/" + gift).text("status"), status, Stack.PATIENCE);
    }
}
