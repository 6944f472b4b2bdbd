package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.kit.problem.Problem;

/** Another till, the buyer or the clock decided first: the order can no longer become what was asked. */
public class OrderAlreadyDecided extends Problem {
    private static final int CONFLICT = 409;

    public OrderAlreadyDecided(OrderStatus status) {
        super(CONFLICT, status.name());
    }
}
