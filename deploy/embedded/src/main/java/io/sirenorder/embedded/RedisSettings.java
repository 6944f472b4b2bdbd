package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a Redis server, which never writes its data to disk. */
public final class RedisSettings {
    private final Map<String, String> config = new LinkedHashMap<>();
    private Path directory;
    private Path programDirectory = Directories.programs();
    private int port;
    private String password;
    private boolean endsWithJvm = true;
    private boolean isSentinel;

    RedisSettings() {
        config.put("bind", "127.0.0.1");
        config.put("save", "\"\"");
        config.put("appendonly", "no");
        config.put("daemonize", "yes");
    }

    /** Directory into which the program is unpacked, once. */
    public RedisSettings programDirectory(Path path) {
        programDirectory = path;
        return this;
    }

    /** Directory of its pid, configuration and log; otherwise a temporary directory that is removed at the end. */
    public RedisSettings directory(Path path) {
        directory = path;
        return this;
    }

    /** The port; else any free one. */
    public RedisSettings port(int number) {
        port = number;
        return this;
    }

    /** The default user's password; else none is asked for. */
    public RedisSettings password(String secret) {
        password = secret;
        return this;
    }

    /** A line of {@code redis.conf}, for instance {@code user} or {@code aclfile}. */
    public RedisSettings config(String name, String value) {
        config.put(name, value);
        return this;
    }

    /** Makes it a replica of the server on that port. */
    public RedisSettings replicaOf(int primaryPort) {
        return config("replicaof", "127.0.0.1 " + primaryPort);
    }

    /**
     * Makes it a Sentinel, which puts a replica in the place of the primary when that is away for a second.
     *
     * @param name of the primary, by which clients ask for it
     * @param quorum Sentinels that have to agree that it is away
     */
    public RedisSettings sentinelOf(String name, int primaryPort, int quorum) {
        isSentinel = true;
        return config("sentinel monitor " + name, "127.0.0.1 " + primaryPort + " " + quorum)
                .config("sentinel down-after-milliseconds " + name, "1000")
                .config("sentinel failover-timeout " + name, "5000");
    }

    /** Leaves it to the caller to stop the server when this JVM ends without closing it. */
    public RedisSettings outlivesJvm() {
        endsWithJvm = false;
        return this;
    }

    public RedisServer start() throws IOException {
        return RedisServer.start(this);
    }

    /** The lines of {@code redis.conf} for a server in that place. */
    String file(Path home, int chosenPort) {
        Map<String, String> all = new LinkedHashMap<>(config);
        all.put("port", Integer.toString(chosenPort));
        all.put("dir", "\"" + home + "\"");
        all.put("pidfile", "\"" + home.resolve("redis.pid") + "\"");
        all.put("logfile", "\"" + home.resolve("redis.log") + "\"");
        if (password != null) {
            all.put("requirepass", "\"" + password + "\"");
        }
        StringBuilder lines = new StringBuilder();
        all.forEach(
                (name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        return lines.toString();
    }

    Path directory() {
        return directory;
    }

    Path programDirectory() {
        return programDirectory;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    boolean isSentinel() {
        return isSentinel;
    }

    boolean endsWithJvm() {
        return endsWithJvm;
    }
}
