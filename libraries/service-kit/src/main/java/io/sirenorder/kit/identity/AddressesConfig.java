package io.sirenorder.kit.identity;

import io.smallrye.config.ConfigMapping;

/** The configuration of hashed e-mail addresses. */
@ConfigMapping(prefix = "siren.addresses")
interface AddressesConfig {
    /** The key under which an address becomes a hash; the same in all services, at least 32 characters, no default. */
    String secret();
}
