package io.sirenorder.contracts.store;

/** The place of consumption. */
public enum Pickup {
    TO_GO,
    DINE_IN
}
