package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumSet;
import java.util.Set;

/** The state of an order. {@link #next} is the whole state machine. */
public enum OrderStatus {
    WAITING("wait"),
    ACCEPTED("accept"),
    FINISHED("finish"),
    REFUSED("refuse"),
    CANCELLED("cancel"),
    EXPIRED("expire");

    private final String wire;

    OrderStatus(String wire) {
        this.wire = wire;
    }

    public Set<OrderStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ACCEPTED, REFUSED, CANCELLED, EXPIRED);
            case ACCEPTED -> EnumSet.of(FINISHED, REFUSED);
            case FINISHED, REFUSED, CANCELLED, EXPIRED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether nothing can happen to it any more. */
    @JsonIgnore
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** The word that is sent to a buyer's socket. */
    public String wire() {
        return wire;
    }
}
