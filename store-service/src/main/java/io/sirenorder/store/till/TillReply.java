package io.sirenorder.store.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.storefront.Store;
import java.time.Instant;

/** The reply to a till's command: how the order, or the store, stands now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TillReply(
        OrderId orderId,
        OrderStatus status,
        Long version,
        Instant readyBy,
        Instant finishedAt,
        String collection,
        StoreId storeId,
        Boolean accepting) {

    static TillReply of(OrderView order) {
        return new TillReply(
                order.orderId(),
                order.status(),
                order.version(),
                order.readyBy(),
                order.finishedAt(),
                order.collection(),
                null,
                null);
    }

    static TillReply of(Store store) {
        return new TillReply(null, null, null, null, null, null, store.id(), store.isAccepting());
    }
}
