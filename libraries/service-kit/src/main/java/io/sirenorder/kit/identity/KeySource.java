package io.sirenorder.kit.identity;

import io.vertx.core.Future;
import java.security.PublicKey;
import java.util.Map;

/** The place at which an issuer publishes its keys. */
interface KeySource {
    /** The keys that are good now, by id. */
    Future<Map<String, PublicKey>> fetch();
}
