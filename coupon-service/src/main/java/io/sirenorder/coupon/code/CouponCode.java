package io.sirenorder.coupon.code;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A coupon's secret: sixteen random symbols of Crockford's base 32 (80 bits) and a check symbol, written
 * {@code 7K3M-9QTR-VX2C-0H8NP}. It never prints itself.
 */
public final class CouponCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SYMBOLS = 16;
    private static final int LENGTH = RANDOM_SYMBOLS + 1;
    private static final int LONGEST_INPUT = 64;
    private static final int GROUP = 4;
    /** White space of any kind, dashes and invisible characters, as they come along when a code is pasted. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");

    private final String symbols;

    private CouponCode(String symbols) {
        this.symbols = symbols;
    }

    /** A new code; {@code random} has to be a secure one outside tests. */
    public static CouponCode draw(RandomGenerator random) {
        int[] digits = random.ints(RANDOM_SYMBOLS, 0, ALPHABET.length()).toArray();
        return new CouponCode(spelled(digits) + ALPHABET.charAt(CheckSymbol.of(IntStream.of(digits))));
    }

    /** Reads a code as people type or paste it: any case, dashes and white space ignored, O for 0, I and L for 1. */
    public static Optional<CouponCode> read(String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String symbols = normalised(typed);
        boolean isCode = symbols.length() == LENGTH
                && symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)
                && CheckSymbol.closes(symbols.chars().map(ALPHABET::indexOf));
        return isCode ? Optional.of(new CouponCode(symbols)) : Optional.empty();
    }

    private static String normalised(String typed) {
        return IGNORED.matcher(typed.toUpperCase(Locale.ROOT))
                .replaceAll("")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String spelled(int[] digits) {
        StringBuilder text = new StringBuilder(digits.length);
        for (int digit : digits) {
            text.append(ALPHABET.charAt(digit));
        }
        return text.toString();
    }

    /** For its holder's eyes: four groups, the last of five. */
    public String readable() {
        return String.join(
                "-",
                symbols.substring(0, GROUP),
                symbols.substring(GROUP, 2 * GROUP),
                symbols.substring(2 * GROUP, 3 * GROUP),
                symbols.substring(3 * GROUP));
    }

    /** The bare symbols, for hashing and sealing. */
    String symbols() {
        return symbols;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CouponCode code && code.symbols.equals(symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    @Override
    public String toString() {
        return "CouponCode[hidden]";
    }
}
