package io.sirenorder.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.local.process.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokensTest {
    @TempDir
    static Path directory;

    @Test
    void a_service_has_a_token_for_each_other_alone_and_for_ten_minutes() throws Exception {
        Issuers issuers = Issuers.at("http://localhost:8080", directory);
        ServiceTokens tokens = new ServiceTokens(issuers.services(), directory, List.of("store", "payment"));
        tokens.renew();

        JwtClaims claims = claims(tokens.file("store", "payment"));
        assertThat(claims.getSubject()).isEqualTo("store");
        assertThat(claims.getAudience()).containsExactly("siren-internal-payment");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofMinutes(10).toSeconds());
        assertThat(ServiceTokens.RENEWAL).isLessThanOrEqualTo(ServiceTokens.LIFE.dividedBy(2));
    }

    private static JwtClaims claims(Path file) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(TextFile.read(file));
    }
}
