package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the refund of an order is, as its buyer hears it. */
public enum RefundProgress {
    @JsonProperty("due")
    DUE,
    @JsonProperty("done")
    DONE,
    @JsonProperty("manual")
    MANUAL
}
