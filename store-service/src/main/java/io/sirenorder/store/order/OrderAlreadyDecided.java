package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.kit.problem.Conflict;

/** Another till, the buyer or the clock decided first: the order can no longer become what was asked. */
public class OrderAlreadyDecided extends Conflict {
    public OrderAlreadyDecided(OrderStatus status) {
        super(status.name());
    }
}
