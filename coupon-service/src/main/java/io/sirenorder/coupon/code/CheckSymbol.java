package io.sirenorder.coupon.code;

import java.util.stream.IntStream;

/**
 * The last symbol of a code, which makes a polynomial over GF(32) vanish: every single wrong symbol and every swap of two
 * symbols shows, and it stays within the 32 symbols that need no escaping in a URL (Crockford's own check symbol does not).
 */
final class CheckSymbol {
    private static final int FIELD_POLYNOMIAL = 0b100101;
    private static final int OVERFLOW = 0b100000;

    private CheckSymbol() {}

    static int of(IntStream digits) {
        return doubled(folded(digits));
    }

    static boolean closes(IntStream digitsAndCheck) {
        return folded(digitsAndCheck) == 0;
    }

    private static int folded(IntStream digits) {
        return digits.reduce(0, (sum, digit) -> doubled(sum) ^ digit);
    }

    private static int doubled(int element) {
        int shifted = element << 1;
        return (shifted & OVERFLOW) == 0 ? shifted : shifted ^ FIELD_POLYNOMIAL;
    }
}
