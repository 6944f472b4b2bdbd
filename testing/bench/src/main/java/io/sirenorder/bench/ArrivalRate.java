package io.sirenorder.bench;

/** When the next order begins. */
sealed interface ArrivalRate {

    /**
     * At a fixed rate, whether or not the earlier ones are done.
     *
     * @param rate orders per second
     */
    record Open(double rate) implements ArrivalRate {}

    /**
     * When an earlier one is done.
     *
     * @param inFlight orders at once
     */
    record Closed(int inFlight) implements ArrivalRate {}
}
