package io.sirenorder.kit.identity;

import io.smallrye.config.ConfigMapping;

/** How e-mail addresses are hidden. */
@ConfigMapping(prefix = "siren.addresses")
interface AddressesConfig {
    /** The key under which an address becomes a hash; the same in all services, at least 32 characters, no default. */
    String secret();
}
