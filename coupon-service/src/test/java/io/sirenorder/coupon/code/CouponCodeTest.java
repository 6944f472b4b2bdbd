package io.sirenorder.coupon.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Form of a code, and the misspellings that it allows. */
class CouponCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SAMPLES = 2_000;
    private final SplittableRandom random = new SplittableRandom(20_240_610);

    @Test
    void a_code_is_four_groups_of_an_alphabet_that_needs_no_escaping() {
        samples(code -> assertThat(code)
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}"));
    }

    @Test
    void codes_do_not_repeat_and_every_symbol_occurs_everywhere() {
        Set<String> seen = new HashSet<>();
        Set<String> placed = new HashSet<>();
        samples(code -> {
            assertThat(seen.add(code)).isTrue();
            bare(code)
                    .chars()
                    .forEach(symbol ->
                            placed.add((char) symbol + "@" + bare(code).indexOf(symbol)));
        });
        assertThat(placed).hasSizeGreaterThan(32 * 12);
    }

    @Test
    void a_code_is_read_in_any_case_with_or_without_dashes_and_with_letters_for_digits() {
        CouponCode code = CouponCode.draw(random);
        String readable = code.readable();
        assertThat(CouponCode.read(readable)).contains(code);
        assertThat(CouponCode.read(readable.toLowerCase(Locale.ROOT))).contains(code);
        assertThat(CouponCode.read(" " + readable.replace("-", " "))).contains(code);
        assertThat(CouponCode.read(bare(readable).replace('0', 'o').replace('1', 'l')))
                .contains(code);
        assertThat(CouponCode.read(bare(readable).replace('1', 'I'))).contains(code);
    }

    @Test
    void one_wrong_symbol_is_no_code() {
        String code = bare(CouponCode.draw(random).readable());
        for (int at = 0; at < code.length(); at++) {
            for (String other : ALPHABET.split("", -1)) {
                String wrong = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(CouponCode.read(wrong).isPresent()).isEqualTo(wrong.equals(code));
            }
        }
    }

    @Test
    void two_swapped_symbols_are_no_code() {
        String code = bare(CouponCode.draw(random).readable());
        for (int one = 0; one < code.length(); one++) {
            for (int other = one + 1; other < code.length(); other++) {
                StringBuilder swapped = new StringBuilder(code);
                swapped.setCharAt(one, code.charAt(other));
                swapped.setCharAt(other, code.charAt(one));
                boolean same = code.charAt(one) == code.charAt(other);
                assertThat(CouponCode.read(swapped.toString()).isPresent()).isEqualTo(same);
            }
        }
    }

    @Test
    void nonsense_is_no_code() {
        String code = CouponCode.draw(random).readable();
        for (String nonsense : new String[] {
            null, "", "-", "U".repeat(17), code + "0", code.substring(1), "가".repeat(17), "0".repeat(10_000)
        }) {
            assertThat(CouponCode.read(nonsense)).isEmpty();
        }
    }

    @Test
    void a_code_does_not_print_itself() {
        CouponCode code = CouponCode.draw(random);
        assertThat(code.toString()).doesNotContain(code.readable()).doesNotContain(bare(code.readable()));
    }

    private void samples(java.util.function.Consumer<String> check) {
        IntStream.range(0, SAMPLES)
                .forEach(i -> check.accept(CouponCode.draw(random).readable()));
    }

    private static String bare(String readable) {
        return readable.replace("-", "");
    }
}
