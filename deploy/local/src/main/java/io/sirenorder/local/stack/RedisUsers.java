package io.sirenorder.local.stack;

import io.sirenorder.local.process.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Redis' users by the rules of a cluster, {@code redis/users.acl}; the launcher alone may do everything. */
record RedisUsers(StackOptions options) {
    private static final String RULES = "deploy/kubernetes/redis/users.acl";
    private static final String NO_ADMINISTRATOR = "user default off";
    private static final Pattern PLACE = Pattern.compile("#([a-z]+)-password");

    /** Writes the file that Redis reads at its start. */
    Path write() {
        String rules = TextFile.read(options.home().resolve(RULES));
        if (!rules.contains(NO_ADMINISTRATOR)) {
            throw new IllegalStateException(RULES + " has no line \"" + NO_ADMINISTRATOR + "\"");
        }
        String named = PLACE.matcher(rules).replaceAll(place -> "#" + sha256(password(place.group(1))));
        Path file = options.state().secret("redis-users.acl");
        TextFile.write(
                file,
                named.replace(
                        NO_ADMINISTRATOR, "user default on #" + sha256(administratorPassword()) + " ~* &* +@all"));
        return file;
    }

    /** The address of Redis with a service's name and password. */
    String url(Service service) {
        String login = service.label() + ":" + password(service.label());
        return options.tls()
                ? "rediss://" + login + "@" + PrivateTls.HOST + ":"
                        + options.ports().of("redis-tls")
                : url(login);
    }

    /** The same for the launcher, the bench and the faults. */
    String administratorUrl() {
        return url(":" + administratorPassword());
    }

    String administratorPassword() {
        return options.state().secretText("redis");
    }

    private String password(String user) {
        return options.state().secretText("redis-" + user);
    }

    private String url(String login) {
        return "redis://" + login + "@127.0.0.1:" + options.ports().of("redis");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
