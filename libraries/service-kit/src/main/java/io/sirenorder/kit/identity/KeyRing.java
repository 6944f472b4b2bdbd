package io.sirenorder.kit.identity;

import java.security.PublicKey;

/** The keys with which an issuer's tokens are verified. */
interface KeyRing {
    /** Whether they have ever come. */
    boolean isLoaded();

    /** The key of that id, or null. */
    PublicKey find(String keyId);
}
