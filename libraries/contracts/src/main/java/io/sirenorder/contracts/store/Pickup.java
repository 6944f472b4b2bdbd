package io.sirenorder.contracts.store;

/** Where it is drunk. */
public enum Pickup {
    TO_GO,
    DINE_IN
}
