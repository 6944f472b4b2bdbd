package io.sirenorder.merchant.token;

import io.quarkus.runtime.Startup;
import io.sirenorder.kit.identity.LocalKeys;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The keys of our tokens, read once from their file. */
@Startup
@Singleton
class SigningKeys implements LocalKeys {
    private static final int BITS = 2_048;

    private final RsaJsonWebKey signing;
    private final Map<String, PublicKey> known = new LinkedHashMap<>();
    private final String published;

    SigningKeys(TokenConfig config) throws IOException, JoseException {
        if (config.createKey() && Files.notExists(config.keyFile())) {
            create(config.keyFile());
        }
        JsonWebKeySet keys = new JsonWebKeySet(Files.readString(config.keyFile()));
        keys.getJsonWebKeys().forEach(key -> known.put(key.getKeyId(), ((PublicJsonWebKey) key).getPublicKey()));
        signing = (RsaJsonWebKey) keys.getJsonWebKeys().get(0);
        published = keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    @Override
    public String issuerName() {
        return "merchants";
    }

    @Override
    public Map<String, PublicKey> keys() {
        return known;
    }

    /** The key that signs now. */
    RsaJsonWebKey signing() {
        return signing;
    }

    /** The public halves, as a JWK set. */
    String published() {
        return published;
    }

    /** Made whole before it has its name, and for its owner's eyes only. */
    private static void create(Path file) throws IOException, JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        key.setKeyId(UUID.randomUUID().toString());
        key.setAlgorithm("RS256");
        key.setUse("sig");
        Path made = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
