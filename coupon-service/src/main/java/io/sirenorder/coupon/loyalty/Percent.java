package io.sirenorder.coupon.loyalty;

/** The part of an amount that goes back, in hundredths. */
public record Percent(int value) {
    public static final Percent ALL = new Percent(100);
    private static final long WHOLE = 100;

    public Percent {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("must be between 0 and 100");
        }
    }

    /** Reads the number of a configuration value. */
    public static Percent of(String text) {
        return new Percent(Integer.parseInt(text));
    }

    /** Whole units, rounded down. */
    public long of(long amount) {
        return Math.multiplyExact(amount, (long) value) / WHOLE;
    }
}
