package io.sirenorder.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NicknameTest {

    @Test
    void the_first_name_that_says_something_counts() {
        assertThat(nickname(Map.of("nickname", " ", "preferred_username", "kim", "name", "Kim Minji")))
                .isEqualTo("kim");
        assertThat(nickname(Map.of("name", "김민지"))).isEqualTo("김민지");
        assertThat(nickname(Map.of("nickname", 5))).isEmpty();
    }

    @Test
    void it_is_one_short_line() {
        assertThat(nickname(Map.of("nickname", "kim\r\n\u202Eevil"))).isEqualTo("kimevil");
        assertThat(nickname(Map.of("nickname", "😀".repeat(50)))).isEqualTo("😀".repeat(40));
    }

    private static String nickname(Map<String, Object> claims) {
        return Nickname.of(new VerifiedToken("buyers", "iss", Roles.BUYER, "sub", Instant.EPOCH, claims));
    }
}
