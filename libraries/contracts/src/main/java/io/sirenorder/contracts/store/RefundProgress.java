package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The progress of an order's refund, as its buyer is told. */
public enum RefundProgress {
    @JsonProperty("due")
    DUE,
    @JsonProperty("done")
    DONE,
    @JsonProperty("manual")
    MANUAL
}
