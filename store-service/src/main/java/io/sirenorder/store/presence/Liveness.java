package io.sirenorder.store.presence;

/** Knowledge about a store's tills. */
public enum Liveness {
    /** One is connected. */
    LIVE,
    /** None is. */
    GONE,
    /** Redis has been silent for too long to say. */
    UNKNOWN
}
