package io.sirenorder.kit.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;

/** Keys in a file. */
record FileKeySource(Vertx vertx, Path file) implements KeySource {
    @Override
    public Future<Map<String, PublicKey>> fetch() {
        return vertx.fileSystem().readFile(file.toString()).map(text -> KeySet.parse(text.toString()));
    }
}
