package io.sirenorder.store.hold;

import io.sirenorder.contracts.store.Promise;

/** Reservation of the kitchen for an order: its work in pieces, and the window that was promised. */
public record Booking(int units, Promise promise) {}
