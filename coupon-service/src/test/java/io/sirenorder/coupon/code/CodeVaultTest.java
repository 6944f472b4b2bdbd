package io.sirenorder.coupon.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.CouponId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sealed codes in the database. */
class CodeVaultTest {
    private static final String SECRET = "the-secret-of-this-year-0123456789";
    private static final String NEXT_SECRET = "the-secret-of-next-year-0123456789";
    private final CouponId coupon = new CouponId(UUID.randomUUID());
    private final CodeVault vault = vault(SECRET);

    @Test
    void a_sealed_code_opens_for_its_coupon_alone() {
        CouponCode code = vault.draw();
        byte[] sealed = vault.seal(code, coupon);
        assertThat(vault.open(sealed, coupon)).isEqualTo(code);
        assertThatThrownBy(() -> vault.open(sealed, new CouponId(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(code.readable());
    }

    @Test
    void neither_seal_nor_hash_holds_the_code() {
        CouponCode code = vault.draw();
        for (byte[] stored : List.of(vault.seal(code, coupon), vault.hash(code))) {
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(code.symbols());
        }
        assertThat(vault.seal(code, coupon)).isNotEqualTo(vault.seal(code, coupon));
    }

    @Test
    void a_code_is_found_by_the_same_hash_and_by_no_other_secrets() {
        CouponCode code = vault.draw();
        assertThat(vault.hash(code))
                .isEqualTo(vault(SECRET).hash(code))
                .isNotEqualTo(vault(NEXT_SECRET).hash(code));
    }

    @Test
    void codes_survive_a_rotation_of_the_secret() {
        CouponCode code = vault.draw();
        CodeVault rotated = vault(NEXT_SECRET, SECRET);
        assertThat(rotated.open(vault.seal(code, coupon), coupon)).isEqualTo(code);
        assertThat(rotated.hashes(code)).anyMatch(hash -> java.util.Arrays.equals(hash, vault.hash(code)));
        assertThat(rotated.hash(code)).isNotEqualTo(vault.hash(code));
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> vault("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CodeVault vault(String secret, String... former) {
        return new CodeVault(new CodeConfig() {
            @Override
            public String codeSecret() {
                return secret;
            }

            @Override
            public Optional<List<String>> formerCodeSecrets() {
                return Optional.of(List.of(former));
            }
        });
    }
}
