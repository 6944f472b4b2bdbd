package io.sirenorder.kit.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {
    @Test
    void the_digests_are_those_of_the_standards() {
        assertThat(HexFormat.of().formatHex(Digests.sha256("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digests.sha256Hex("abc", 4)).isEqualTo("ba7816bf");
        assertThat(HexFormat.of().formatHex(Digests.hmacSha256("Jefe", "what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void equality_is_of_all_bytes() {
        assertThat(Digests.areEqual(Digests.sha256("a"), Digests.sha256("a"))).isTrue();
        assertThat(Digests.areEqual(Digests.sha256("a"), Digests.sha256("b"))).isFalse();
    }
}
