package io.sirenorder.local.identity;

import io.sirenorder.embedded.Issuer;
import io.sirenorder.local.process.TextFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The files with which each service proves its name to the others, as Kubernetes projects them: one for each service that
 * it calls, whose audience is that service alone, renewed in time.
 */
public final class ServiceTokens {
    /** Five times as often as a token needs it. */
    public static final Duration RENEWAL = Duration.ofMinutes(2);

    /** Lifetime of a token, as in a cluster. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final Issuer issuer;
    private final Path directory;
    private final List<String> services;

    public ServiceTokens(Issuer issuer, Path directory, List<String> services) {
        this.issuer = issuer;
        this.directory = directory;
        this.services = List.copyOf(services);
    }

    /** The files of a service; {@code {callee}} in the name stands for the service that it calls. */
    public Path file(String service) {
        return file(service, "{callee}");
    }

    /** The file of a service for calls to another. */
    public Path file(String service, String callee) {
        return directory.resolve(service + "-at-" + callee + ".jwt");
    }

    /** Writes all of them anew. */
    public void renew() {
        services.forEach(service -> services.forEach(callee -> write(service, callee)));
    }

    private void write(String service, String callee) {
        TextFile.write(
                file(service, callee), issuer.token(service, LIFE, Map.of("aud", Issuers.audienceOfService(callee))));
    }
}
