package io.sirenorder.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A running PostgreSQL that asks for passwords, on 127.0.0.1 only. */
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String COMPLETE = "siren-initdb-complete";

    private final EmbeddedPostgres process;
    private final Path data;
    private final String password;
    private final Path sweep;
    private final Watchdog watchdog;
    private final Thread hook = new Thread(this::stop, "postgres-stop");

    private PostgresServer(
            EmbeddedPostgres process, Path data, PostgresSettings settings, Path sweep, Watchdog watchdog) {
        this.process = process;
        this.data = data;
        this.password = settings.password();
        this.sweep = sweep;
        this.watchdog = watchdog;
        if (settings.endsWithJvm()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    public static PostgresSettings settings() {
        return new PostgresSettings();
    }

    static PostgresServer start(PostgresSettings settings) throws IOException {
        Path sweep = settings.dataDirectory() == null ? Directories.temporary("postgres") : null;
        Path data = sweep == null ? settings.dataDirectory().toAbsolutePath() : sweep.resolve("data");
        Programs.in(settings.programDirectory());
        Watchdog watchdog = settings.endsWithJvm() ? Watchdog.over(pidPath(data), "INT", sweep) : null;
        try {
            discardHalfMade(data);
            EmbeddedPostgres process = launch(settings, data);
            Files.writeString(data.resolve(COMPLETE), "");
            return new PostgresServer(process, data, settings, sweep, watchdog);
        } catch (IOException | RuntimeException e) {
            abandon(data, sweep, watchdog);
            throw e;
        }
    }

    /** An initdb that was cut short leaves a directory which looks complete and is not. */
    private static void discardHalfMade(Path data) {
        if (Files.exists(data.resolve("postgresql.conf")) && !Files.exists(data.resolve(COMPLETE))) {
            new PidFile(pidPath(data), "postgres").stop("INT");
            Directories.delete(data);
        }
    }

    private static EmbeddedPostgres launch(PostgresSettings settings, Path data) throws IOException {
        Files.createDirectories(data.getParent());
        Path log = settings.log() == null ? data.resolveSibling("postgres.log") : settings.log();
        int port = Ports.chosen(settings.port());
        Path passwordFile = readableByServer(data.resolveSibling("initdb-password"), settings.password());
        try {
            EmbeddedPostgres.Builder builder =
                    builder(settings, data, log, passwordFile).setPort(port);
            return BusyProgram.retry(builder::start);
        } catch (IOException | RuntimeException e) {
            throw new IOException("PostgreSQL did not start on port " + port + ":\n" + Directories.lastLines(log), e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Without the two locale settings, initdb would accept connections without a password. */
    private static EmbeddedPostgres.Builder builder(PostgresSettings settings, Path data, Path log, Path passwordFile) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(settings.programDirectory().toFile())
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", settings.password())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        settings.config().forEach(builder::setServerConfig);
        return builder;
    }

    /**
     * When this JVM is root's, the server runs as another user, who reads this file during initdb only. It lies beside
     * the data, so that a sweep of leftovers takes it along.
     */
    private static Path readableByServer(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return Files.writeString(file, password);
    }

    private static Path pidPath(Path data) {
        return data.resolve("postmaster.pid");
    }

    public int port() {
        return process.getPort();
    }

    /** The process of the server itself. */
    public ProcessHandle processHandle() {
        return new PidFile(pidPath(data), "postgres")
                .process()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
    }

    public String superuserPassword() {
        return password;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The URL form of the reactive client. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", password);
    }

    /** Makes a database that only its owner can connect to, and the owner; repeating it renews the password. */
    public void createDatabase(String database, String owner, String ownerPassword) throws SQLException {
        try (Connection connection = connect("postgres")) {
            new Tenancy(connection).create(database, owner, ownerPassword);
        }
    }

    /** Stops the server cleanly; temporary data are removed. */
    @Override
    public void close() {
        Hooks.remove(hook);
        stop();
    }

    private synchronized void stop() {
        PidFile pidFile = new PidFile(pidPath(data), "postgres");
        Optional<ProcessHandle> running = pidFile.process();
        try {
            process.close();
            running.ifPresent(server -> Waiting.forEnd(server, STOP_LIMIT));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL's lock file can't be closed", e);
        } finally {
            abandon(data, sweep, watchdog);
        }
    }

    private static void abandon(Path data, Path sweep, Watchdog watchdog) {
        new PidFile(pidPath(data), "postgres").stop("INT");
        if (watchdog != null) {
            watchdog.close();
        }
        if (sweep != null) {
            Directories.delete(sweep);
        }
    }
}
