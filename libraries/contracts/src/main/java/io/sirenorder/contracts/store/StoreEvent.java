package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import java.time.Instant;
import java.time.LocalDate;

/** An event of a store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(StoreEvent.StoreAcceptanceChanged.class),
    @JsonSubTypes.Type(StoreEvent.StoreStateChanged.class),
    @JsonSubTypes.Type(StoreEvent.StoreItemChanged.class),
    @JsonSubTypes.Type(StoreEvent.StoreDaySealed.class)
})
public sealed interface StoreEvent extends Event {
    StoreId storeId();

    @Override
    default String stream() {
        return "store:" + storeId();
    }

    /** The merchant, or two orders that no till acknowledged, turned the taking of orders on or off. */
    @JsonTypeName("store.acceptance-changed")
    record StoreAcceptanceChanged(StoreId storeId, boolean accepting, String cause, Instant at) implements StoreEvent {}

    /**
     * The store is paused or busy for a while, or no longer; {@code store.acceptance-changed} tells of opening and
     * closing.
     *
     * @param accepting false while closed or paused
     * @param busyMinutes added to the estimate of each order; null while the store is not busy
     * @param busyUntil null while the store is not busy
     * @param pausedUntil null while the store is not paused
     * @param cause {@code merchant} or {@code clock}
     */
    @JsonTypeName("store.state-changed")
    record StoreStateChanged(
            StoreId storeId,
            boolean accepting,
            Integer busyMinutes,
            Instant busyUntil,
            Instant pausedUntil,
            String cause,
            Instant at)
            implements StoreEvent {}

    /**
     * An item of the menu can or cannot be had at this store.
     *
     * @param until when a sold-out item returns by itself; null while it is available, or until it is switched on
     * @param remaining pieces left where they are counted, else null
     */
    @JsonTypeName("store.item-changed")
    record StoreItemChanged(
            StoreId storeId, MenuItemId menuItemId, boolean available, Instant until, Integer remaining, Instant at)
            implements StoreEvent {}

    /**
     * The timelines of one store and one day are sealed: a later change of a sealed step contradicts the root.
     *
     * @param day calendar day in Korea
     * @param orders number of orders with steps on that day
     * @param root SHA-256 in lower-case hexadecimal over the orders' ids and their last hashes of that day
     */
    @JsonTypeName("store.day-sealed")
    record StoreDaySealed(StoreId storeId, LocalDate day, int orders, String root, Instant at) implements StoreEvent {}
}
