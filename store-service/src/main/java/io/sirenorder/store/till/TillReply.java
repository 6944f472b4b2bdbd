package io.sirenorder.store.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import java.time.Instant;

/** What a till hears in reply: how the order, or the store, stands now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TillReply(
        OrderId orderId, OrderStatus status, Long version, Instant readyBy, StoreId storeId, Boolean accepting) {

    static TillReply of(OrderView order) {
        return new TillReply(order.orderId(), order.status(), order.version(), order.readyBy(), null, null);
    }

    static TillReply of(StoreId store, boolean accepting) {
        return new TillReply(null, null, null, null, store, accepting);
    }
}
