package io.sirenorder.store.order;

/** Whether a finished order has been fetched. */
enum CollectionStatus {
    AWAITED,
    COLLECTED,
    UNCLAIMED
}
