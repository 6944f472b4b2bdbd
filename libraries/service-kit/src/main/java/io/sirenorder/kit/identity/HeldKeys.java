package io.sirenorder.kit.identity;

import java.security.PublicKey;

/** The keys of an issuer in this very program. */
record HeldKeys(LocalKeys source) implements KeyRing {
    @Override
    public boolean isLoaded() {
        return !source.keys().isEmpty();
    }

    @Override
    public PublicKey find(String keyId) {
        return source.keys().get(keyId);
    }
}
