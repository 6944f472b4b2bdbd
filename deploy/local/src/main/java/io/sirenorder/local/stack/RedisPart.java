package io.sirenorder.local.stack;

import io.sirenorder.embedded.RedisServer;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Redis, which holds nothing that matters. */
final class RedisPart implements Part {
    private final StackOptions options;

    RedisPart(StackOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Path log() {
        return options.state().redis().resolve("redis.log");
    }

    @Override
    public Running start() throws IOException {
        RedisServer server = RedisServer.settings()
                .directory(options.state().redis())
                .programDirectory(options.state().programs())
                .port(options.ports().of(name()))
                .password(password(options))
                .outlivesJvm()
                .start();
        return Running.of(name(), server.processHandle(), Signal.TERM);
    }

    @Override
    public Optional<String> unready() {
        return Optional.empty();
    }

    static String password(StackOptions options) {
        return options.state().secretText("redis");
    }

    static String url(StackOptions options) {
        return "redis://:" + password(options) + "@127.0.0.1:" + options.ports().of("redis");
    }
}
