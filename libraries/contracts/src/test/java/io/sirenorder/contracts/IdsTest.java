package io.sirenorder.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "1-1-1-1-1", "0190a0a0-1234-7000-8000-0123456789aZ", "0190a0a0-1234-7000-8000-0123456789ab "
            })
    void an_id_has_one_spelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.fromString(text));
    }

    @Test
    void a_buyer_is_issuer_and_subject_together() {
        BuyerId kim = BuyerId.of("https://a.example", "kim");
        assertThat(kim).isEqualTo(BuyerId.of("https://a.example", "kim"));
        assertThat(kim).isNotEqualTo(BuyerId.of("https://b.example", "kim"));
        assertThat(BuyerId.of("https://a.example", "1kim")).isNotEqualTo(BuyerId.of("https://a.example1", "kim"));
        assertThat(kim.value().version()).isEqualTo(8);
        assertThat(kim).hasToString("22558d92-d386-82fe-8de8-fbd5b2eede11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody:0190a0a0-1234-7000-8000-0123456789ab", "buyer:", "buyer:a b", "store:x\ny"})
    void a_recipient_is_of_a_kind_we_know(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Recipient.fromString(text));
    }

    @Test
    void money_never_overflows() {
        Krw most = new Krw(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Krw(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Krw(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThat(new Krw(4_500).times(3).minus(new Krw(500))).isEqualTo(new Krw(13_000));
    }
}
