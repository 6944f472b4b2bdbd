package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KoreanProblemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"주문이 이미 ACCEPTED 상태입니다.", "요청 값이 올바르지 않습니다: password (must have at least 8 characters)"})
    void a_korean_sentence_with_a_constant_or_an_english_phrase_is_found(String detail) {
        assertThatThrownBy(() -> KoreanProblems.check(detail)).hasMessageContaining(detail);
    }

    @Test
    void names_and_english_sentences_are_left() {
        assertThatCode(() -> {
                    KoreanProblems.check("같은 Idempotency-Key의 첫 요청을 아직 처리 중입니다.");
                    KoreanProblems.check("요청의 lines[0].quantity 값이 올바르지 않습니다.");
                    KoreanProblems.check("요청의 openingHours.FUNDAY 값이 올바르지 않습니다.");
                    KoreanProblems.check("password must have at least 8 characters");
                })
                .doesNotThrowAnyException();
    }
}
