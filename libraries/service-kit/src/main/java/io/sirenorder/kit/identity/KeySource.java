package io.sirenorder.kit.identity;

import io.vertx.core.Future;
import java.security.PublicKey;
import java.util.Map;

/** Where an issuer publishes its keys. */
interface KeySource {
    /** The keys that are good now, by id. */
    Future<Map<String, PublicKey>> fetch();
}
