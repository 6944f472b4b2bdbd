package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Operators who pay back by bank transfer what PortOne refuses to cancel; PortOne goes on holding it. */
final class BankTransfers {
    private final Stack stack;
    private long won;

    BankTransfers(Stack stack) {
        this.stack = stack;
    }

    /** Takes an order back whose card company refuses each cancellation, and settles its refund by hand. */
    void payBack(String order, long amount, Runnable takesBack) {
        stack.portone().refuseRefunds(order);
        try {
            takesBack.run();
            stack.operator()
                    .post("/refunds/" + givenUp(order) + "/settlement", Map.of("note", "계좌로 이체함", "settledKrw", amount))
                    .expect(200);
            won += amount;
        } finally {
            stack.portone().comeBack();
        }
    }

    private String givenUp(String order) {
        Eventually.is(() -> refund(order).path("refusals").asInt() > 0, true, Stack.PATIENCE);
        stack.databases()
                .run(
                        "payment",
                        "UPDATE refunds SET refusals = 5, next_try_at = now() WHERE checkout_id = '" + order + "'");
        Eventually.is(() -> refund(order).path("status").asText(), "MANUAL", Stack.PATIENCE);
        return refund(order).path("refundId").asText();
    }

    private JsonNode refund(String order) {
        return stack.operator()
                .get("/payments/" + order)
                .expect(200)
                .body()
                .path("refunds")
                .path(0);
    }

    long won() {
        return won;
    }
}
