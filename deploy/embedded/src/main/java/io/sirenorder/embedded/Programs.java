package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * The programs of PostgreSQL and Redis on disk. Each is unpacked once, under a temporary name that is then renamed, and
 * never written again: a program that one thread writes while another starts a process can't be executed ("Text file
 * busy"), because the new process holds the open file for a moment.
 */
public final class Programs {
    private final Path directory;

    private Programs(Path directory) {
        this.directory = directory;
    }

    /**
     * Unpacks what is missing in a directory. To be called before the first process is started; safe to call again, from
     * several threads and from several JVMs.
     */
    public static Programs in(Path directory) throws IOException {
        Programs programs = new Programs(Files.createDirectories(directory.toAbsolutePath()));
        synchronized (Programs.class) {
            programs.unpackRedis();
            programs.unpackPostgres();
        }
        return programs;
    }

    /** The server program of Redis; its name tells the version. */
    Path redis() {
        OsArchitecture machine = OsArchitecture.detectOSandArchitecture();
        String resource = ExecutableProvider.newProvidedVersionsMap().get(machine);
        if (resource == null) {
            throw new IllegalStateException("there is no Redis for " + machine.os + " on " + machine.arch);
        }
        return directory.resolve(resource.substring(1));
    }

    private void unpackRedis() throws IOException {
        if (!Files.exists(redis())) {
            Path unpacked = temporary();
            ExecutableProvider.newJarResourceProvider(unpacked.toFile()).get();
            putInPlace(unpacked.resolve(redis().getFileName()), redis());
            Directories.delete(unpacked);
        }
    }

    private void unpackPostgres() throws IOException {
        PostgresArchive archive = PostgresArchive.ofThisMachine();
        Path target = directory.resolve(archive.directory());
        if (!Files.exists(target.resolve(PostgresArchive.COMPLETE))) {
            Path unpacked = temporary();
            archive.unpackInto(unpacked);
            Directories.delete(target); // without its mark: left by an unpacking that was cut short
            putInPlace(unpacked, target);
        }
    }

    /** Renames; when another JVM was first, its copy stays and ours goes. */
    private static void putInPlace(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException occupied) {
            if (!Files.exists(target)) {
                throw occupied;
            }
            Directories.delete(unpacked);
        }
    }

    private Path temporary() throws IOException {
        return Files.createDirectory(directory.resolve(".unpacking-" + UUID.randomUUID()));
    }
}
