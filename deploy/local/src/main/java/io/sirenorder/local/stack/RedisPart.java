package io.sirenorder.local.stack;

import io.sirenorder.embedded.RedisServer;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Redis, which holds nothing that matters, with a user for each service and the rules of a cluster. */
final class RedisPart implements Part {
    private final StackOptions options;
    private final RedisUsers users;

    RedisPart(StackOptions options) {
        this.options = options;
        this.users = new RedisUsers(options);
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
                .password(users.administratorPassword())
                .config("aclfile", "\"" + users.write() + "\"")
                .outlivesJvm()
                .start();
        return Running.of(name(), server.processHandle(), Signal.TERM);
    }

    @Override
    public Optional<String> unready() {
        return Optional.empty();
    }
}
