package io.sirenorder.local.stack;

import io.sirenorder.embedded.CertificateAuthority;
import io.sirenorder.local.process.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TLS to PostgreSQL and Redis by an authority of the stack's own, as in a cluster: programs get the settings of the production
 * overlay, with this authority's file in the place of the secret's. Certificates are good for a day and made anew at each start.
 */
record PrivateTls(StackOptions options) {
    /** The name in the certificate, by which programs reach both servers. */
    static final String HOST = "localhost";

    private static final Path KUBERNETES = Path.of("deploy/kubernetes");
    private static final Path DATABASE = KUBERNETES.resolve("overlays/production/database-tls.env");
    private static final Path REDIS = KUBERNETES.resolve("components/redis-tls/settings.env");
    private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");

    /** Makes the authority and the servers' certificate; once per run, before the servers start. */
    void make() {
        StateDirectory.delete(directory());
        try {
            CertificateAuthority.in(directory()).issue(HOST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        return options.state().secret("tls");
    }

    /** The authority's own certificate. */
    Path authority() {
        return directory().resolve("ca.crt");
    }

    Path certificate() {
        return directory().resolve(HOST + ".crt");
    }

    Path key() {
        return directory().resolve(HOST + ".key");
    }

    /** Rules of PostgreSQL: the launcher comes by the loopback as its administrator, everybody else by TLS or not at all. */
    Path rules() {
        Path file = directory().resolve("pg_hba.conf");
        TextFile.write(file, """
                host all postgres 127.0.0.1/32 scram-sha-256
                host replication postgres 127.0.0.1/32 scram-sha-256
                hostnossl all all all reject
                hostssl all all all scram-sha-256
                """);
        return file;
    }

    /** Settings by which a program checks the certificates of both servers, and their names. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(settings(DATABASE));
        all.putAll(settings(REDIS));
        return all;
    }

    private Map<String, String> settings(Path file) {
        Map<String, String> all = new HashMap<>();
        Matcher setting = SETTING.matcher(TextFile.read(options.home().resolve(file)));
        while (setting.find()) {
            boolean isAuthority = setting.group(2).endsWith("/ca.crt");
            all.put(setting.group(1), isAuthority ? authority().toString() : setting.group(2));
        }
        return all;
    }
}
