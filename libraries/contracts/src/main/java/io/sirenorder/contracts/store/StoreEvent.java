package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.StoreId;
import java.time.Instant;

/** What happened to a store. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(StoreEvent.StoreAcceptanceChanged.class))
public sealed interface StoreEvent extends Event {
    StoreId storeId();

    @Override
    default String stream() {
        return "store:" + storeId();
    }

    /** Its merchant, or two orders that no till acknowledged, turned the taking of orders on or off. */
    @JsonTypeName("store.acceptance-changed")
    record StoreAcceptanceChanged(StoreId storeId, boolean accepting, String cause, Instant at) implements StoreEvent {}
}
