package io.sirenorder.local.stack;

import io.sirenorder.embedded.RedisServer;
import io.sirenorder.embedded.RedisSettings;
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
        RedisSettings settings = RedisServer.settings()
                .directory(options.state().redis())
                .programDirectory(options.state().programs())
                .port(options.ports().of(name()))
                .password(users.administratorPassword())
                .config("aclfile", quoted(users.write()))
                .outlivesJvm();
        RedisServer server = (options.tls() ? withTls(settings) : settings).start();
        return Running.of(name(), server.processHandle(), Signal.TERM);
    }

    /** A further port: the plain one is left to the launcher, and programs are told of this one alone. */
    private RedisSettings withTls(RedisSettings settings) {
        PrivateTls tls = new PrivateTls(options);
        return settings.config("tls-port", Integer.toString(options.ports().of("redis-tls")))
                .config("tls-cert-file", quoted(tls.certificate()))
                .config("tls-key-file", quoted(tls.key()))
                .config("tls-ca-cert-file", quoted(tls.authority()))
                .config("tls-auth-clients", "no");
    }

    private static String quoted(Path file) {
        return "\"" + file + "\"";
    }

    @Override
    public Optional<String> unready() {
        return Optional.empty();
    }
}
