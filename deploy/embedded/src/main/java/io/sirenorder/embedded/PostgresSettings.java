package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a PostgreSQL server; the defaults make a temporary one for tests. */
public final class PostgresSettings {
    private final Map<String, String> config = new LinkedHashMap<>();
    private Path dataDirectory;
    private Path programDirectory = Directories.programs();
    private Path log;
    private int port;
    private String password = Secrets.random();
    private boolean fsync;
    private boolean endsWithJvm = true;

    PostgresSettings() {
        config.put("listen_addresses", "127.0.0.1");
        config.put("unix_socket_directories", "");
        config.put("password_encryption", "scram-sha-256");
        config.put("timezone", "UTC");
        config.put("log_timezone", "UTC");
    }

    /** Keeps the data there for later runs; else they lie in a temporary directory and are removed at the end. */
    public PostgresSettings dataDirectory(Path directory) {
        dataDirectory = directory;
        return this;
    }

    /** Directory into which the programs are unpacked, once; it must not hold the data directory. */
    public PostgresSettings programDirectory(Path directory) {
        programDirectory = directory;
        return this;
    }

    /** Log file; otherwise beside the data. */
    public PostgresSettings log(Path file) {
        log = file;
        return this;
    }

    /** The port; else any free one. */
    public PostgresSettings port(int number) {
        port = number;
        return this;
    }

    /** The superuser's password, taken when the data directory is made; else a random one. */
    public PostgresSettings password(String secret) {
        password = secret;
        return this;
    }

    /** Whether a commit waits for the disk. */
    public PostgresSettings fsync(boolean on) {
        fsync = on;
        return this;
    }

    /** A setting of {@code postgresql.conf}. */
    public PostgresSettings config(String name, String value) {
        config.put(name, value);
        return this;
    }

    /** Leaves it to the caller to stop the server when this JVM ends without closing it. */
    public PostgresSettings outlivesJvm() {
        endsWithJvm = false;
        return this;
    }

    public PostgresServer start() throws IOException {
        return PostgresServer.start(this);
    }

    Map<String, String> config() {
        Map<String, String> all = new LinkedHashMap<>(config);
        all.put("fsync", fsync ? "on" : "off");
        all.put("synchronous_commit", "on"); // the embedding turns it off: a killed server would lose its last commits
        return all;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    Path programDirectory() {
        return programDirectory;
    }

    Path log() {
        return log;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    boolean endsWithJvm() {
        return endsWithJvm;
    }
}
