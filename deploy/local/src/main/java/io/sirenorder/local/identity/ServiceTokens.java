package io.sirenorder.local.identity;

import io.sirenorder.local.process.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The file with which each service proves its name to the others, as Kubernetes projects one: renewed in time. */
public final class ServiceTokens {
    /** Twice as often as a token needs it. */
    public static final Duration RENEWAL = Duration.ofMinutes(30);

    private static final Duration LIFE = Duration.ofHours(1);

    private final Issuer issuer;
    private final Path directory;
    private final List<String> services;

    public ServiceTokens(Issuer issuer, Path directory, List<String> services) {
        this.issuer = issuer;
        this.directory = directory;
        this.services = List.copyOf(services);
    }

    public Path file(String service) {
        return directory.resolve(service + ".jwt");
    }

    /** Writes all of them anew. */
    public void renew() {
        services.forEach(service -> TextFile.write(file(service), issuer.token(service, LIFE, Map.of())));
    }
}
