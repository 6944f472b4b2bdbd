package io.sirenorder.store.hold;

/** States of a hold: HELD becomes COMMITTED with its order, or RELEASED; COMMITTED becomes RETURNED if nothing is made. */
enum HoldStatus {
    HELD,
    COMMITTED,
    RETURNED,
    RELEASED
}
