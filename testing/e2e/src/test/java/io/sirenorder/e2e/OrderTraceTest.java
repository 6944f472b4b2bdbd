package io.sirenorder.e2e;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One order as a collector of traces sees it, on a stack that is told of one by its environment alone. */
class OrderTraceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Stack stack = Stack.of(QuietStack.running());
    private final TraceCollector collector = QuietStack.collector();

    @Test
    void an_order_is_one_trace_through_all_services_that_it_passes() {
        Api traced = stack.api().with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        Merchant merchant = Merchant.register(traced, "추적 카페");
        Buyer buyer = Buyer.signIn(traced, "traced@example.com", "손님");
        try (Socket till = merchant.till("")) {
            Answer checkout = stack.payAtOpenStore(buyer, merchant);
            String order = checkout.text("checkoutId");
            Eventually.is(() -> merchant.api().get("/orders/" + order).status(), 200, Stack.PATIENCE);
            merchant.accept(order, 5).expect(200);
            merchant.finish(order).expect(200);
        }
        for (String service : List.of("payment-service", "store-service", "merchant-service", "coupon-service")) {
            Eventually.is(() -> collector.knows(TRACE, service), true, Stack.PATIENCE);
        }
    }
}
