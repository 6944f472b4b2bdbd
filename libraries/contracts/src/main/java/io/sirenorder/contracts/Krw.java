package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whole won. Arithmetic throws {@link ArithmeticException} rather than overflow. */
public record Krw(@JsonValue long won) implements Comparable<Krw> {
    public static final Krw ZERO = new Krw(0);

    @JsonCreator
    public static Krw of(long won) {
        return new Krw(won);
    }

    public Krw plus(Krw other) {
        return new Krw(Math.addExact(won, other.won));
    }

    public Krw minus(Krw other) {
        return new Krw(Math.subtractExact(won, other.won));
    }

    public Krw times(long factor) {
        return new Krw(Math.multiplyExact(won, factor));
    }

    public Krw negated() {
        return new Krw(Math.negateExact(won));
    }

    public boolean isZero() {
        return won == 0;
    }

    public boolean isPositive() {
        return won > 0;
    }

    @Override
    public int compareTo(Krw other) {
        return Long.compare(won, other.won);
    }

    @Override
    public String toString() {
        return won + " KRW";
    }
}
