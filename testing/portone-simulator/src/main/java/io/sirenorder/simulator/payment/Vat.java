package io.sirenorder.simulator.payment;

/** Korean value added tax as PortOne reckons it when nobody says otherwise: an eleventh of the taxed price, rounded. */
public final class Vat {
    private Vat() {}

    public static long of(long taxedAmount) {
        return Math.round(taxedAmount / 11.0);
    }
}
