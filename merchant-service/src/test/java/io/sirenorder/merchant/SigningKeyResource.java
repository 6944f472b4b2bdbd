package io.sirenorder.merchant;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sirenorder.testkit.TestIssuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** Lets merchant-service sign with the key that the tests' own merchant tokens are signed with. */
public class SigningKeyResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path file = Path.of("target", "signing.jwks").toAbsolutePath();
            Files.writeString(
                    file,
                    new JsonWebKeySet(TestIssuers.MERCHANTS.key())
                            .toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            return Map.of(
                    "siren.tokens.key-file", file.toString(),
                    "siren.passwords.cost", "5",
                    "siren.registration.per-network", "1000",
                    "siren.registration.total", "10000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
