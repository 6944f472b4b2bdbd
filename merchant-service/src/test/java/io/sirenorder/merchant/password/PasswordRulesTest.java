package io.sirenorder.merchant.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.kit.problem.InvalidRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords may be chosen. */
class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "커피커피커피커", "☕☕☕☕☕☕☕"})
    void fewer_than_eight_characters_are_refused_however_many_bytes_they_have(String password) {
        refused(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "PASSWORD1!",
                "12345678",
                "87654321",
                "abcdefgh",
                "        ",
                "aaaaaaaa",
                "abababab",
                "coffeecoffee",
                "qwer1234",
                "tkfkdgo123",
                "비밀번호1234",
                "가나다라가나다라",
                "welcome2025",
                "강남점의 커피"
            })
    void what_is_guessed_first_is_refused(String password) {
        refused(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd\u0000efgh1", "abcd\u0007efgh1", "\ud800\ud801\ud802\ud803\ud800\ud801\ud802\ud804"})
    void what_is_no_text_is_refused(String password) {
        refused(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "another good one", "오늘도 커피 한 잔", "x9#kQ2!v", "라떼☕마시는고양이"})
    void a_password_of_ones_own_is_taken(String password) {
        assertThatCode(() -> PasswordRules.check("password", password, "강남점의 커피"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"가나다라마바사아자차카타파하거너더러머버서어저처커터"})
    void what_bcrypt_would_cut_is_refused(String password) {
        refused(password);
        assertThatCode(() -> PasswordRules.check("password", password.substring(0, 24)))
                .doesNotThrowAnyException();
    }

    private static void refused(String password) {
        assertThatThrownBy(() -> PasswordRules.check("password", password, "강남점의 커피"))
                .isInstanceOf(InvalidRequest.class);
    }
}
