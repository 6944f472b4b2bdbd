package io.sirenorder.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "내 카드 4111-1111-1111-1111 이요",
                "card 5500 0000 0000 0004, please",
                "378282246310005",
                "6011000990139424.",
                "9410110000000002"
            })
    void a_card_number_is_found_however_it_is_grouped(String text) {
        assertThat(CardNumbers.areIn(text)).isTrue();
        assertThat(CardNumbers.areIn(CardNumbers.masked(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "얼음 적게",
                "4111111111111112",
                "010-1234-5678",
                "010-1234-5678 010-2345-6789",
                "411111111111",
                "0190a0a0-4111-1111-1111-111111111111",
                "41111111-1111-4111-1111-111111111111",
                "order-4111111111111111-a",
                "44111111111111111111"
            })
    void other_numbers_are_left_alone(String text) {
        assertThat(CardNumbers.areIn(text)).isFalse();
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void the_last_four_digits_stay_when_one_is_masked() {
        assertThat(CardNumbers.masked("카드 4111 1111-11111111!")).isEqualTo("카드 **** ****-****1111!");
    }
}
