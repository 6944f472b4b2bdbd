package io.sirenorder.local.stack;

import io.sirenorder.local.process.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that a stack keeps on disk: {@code .siren} unless told otherwise. */
public record StateDirectory(Path root) {
    private static final long LEAST_FREE_MIB = 300;
    private static final int SECRET_BYTES = 24;
    /** Logs of what goes on beyond a start of the stack. */
    private static final Set<String> KEPT = Set.of("build.log", "launcher.log");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes the directories that are missing, for their owner only where secrets lie. */
    public StateDirectory prepare() {
        try {
            Files.createDirectories(root);
            refuseFullDisk(Files.getFileStore(root).getUsableSpace() >> 20);
            List.of(log(""), postgres("")).forEach(StateDirectory::create);
            for (Path secret : List.of(secret(""), token(""))) {
                Files.setPosixFilePermissions(create(secret), PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, "cannot write to " + root + ": " + e.getMessage());
        }
    }

    private void refuseFullDisk(long freeMib) {
        if (freeMib < LEAST_FREE_MIB) {
            throw new Refused(
                    Refused.DISK_FULL,
                    "the disk is full: %d MiB free at %s, %d are needed".formatted(freeMib, root, LEAST_FREE_MIB));
        }
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets data and secrets; logs and unpacked programs stay. */
    public void forget() {
        delete(postgres("data"));
        delete(portone());
        delete(demoStore());
        delete(secret(""));
        delete(token(""));
    }

    /** Deletes a directory with all that is in it; one that is not there is fine. */
    public static void delete(Path tree) {
        try (Stream<Path> all = Files.exists(tree) ? Files.walk(tree) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + tree, e);
        }
    }

    /** The text of a secret, made up when it is asked for the first time. */
    public String secretText(String name) {
        Path file = secret(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            TextFile.write(file, HexFormat.of().formatHex(bytes));
        }
        return TextFile.read(file);
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path pids() {
        return root.resolve("pids");
    }

    /** Description of the running stack. */
    public Path stackFile() {
        return root.resolve("stack.json");
    }

    public Path log(String name) {
        return root.resolve("log").resolve(name.isEmpty() ? "" : name + ".log");
    }

    /** Begins new logs; those of the run before are kept beside them. */
    void turnOverLogs() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(log(""), "*.log")) {
            for (Path log : logs) {
                if (!KEPT.contains(log.getFileName().toString())) {
                    Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot turn over " + log(""), e);
        }
    }

    public Path secret(String name) {
        return root.resolve("secrets").resolve(name);
    }

    public Path token(String name) {
        return root.resolve("tokens").resolve(name);
    }

    public Path postgres(String name) {
        return root.resolve("postgres").resolve(name);
    }

    /** PostgreSQL's and Redis' programs, unpacked once. */
    public Path programs() {
        return root.resolve("programs");
    }

    /** The account of the demo store. */
    public Path demoStore() {
        return root.resolve("demo-store.json");
    }

    /** Journal of the simulated PortOne. */
    public Path portone() {
        return root.resolve("portone-journal");
    }

    public Path redis() {
        return root.resolve("redis");
    }
}
