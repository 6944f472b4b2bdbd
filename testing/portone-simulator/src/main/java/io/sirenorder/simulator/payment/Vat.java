package io.sirenorder.simulator.payment;

/** Korean value added tax as PortOne computes it by default: an eleventh of the taxed price, rounded. */
public final class Vat {
    private Vat() {}

    public static long of(long taxedAmount) {
        return Math.round(taxedAmount / 11.0);
    }
}
