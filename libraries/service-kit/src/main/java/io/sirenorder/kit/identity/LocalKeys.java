package io.sirenorder.kit.identity;

import java.security.PublicKey;
import java.util.Map;

/** Public keys of an issuer that lives in this very program, contributed by it as a bean. */
public interface LocalKeys {
    /** The issuer's name in {@code siren.identity.issuers}. */
    String issuerName();

    /** The keys that are good now, by key id; asked for each token. Empty means that they are not loaded yet. */
    Map<String, PublicKey> keys();
}
