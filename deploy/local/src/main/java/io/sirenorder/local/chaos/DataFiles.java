package io.sirenorder.local.chaos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The data directory of a PostgreSQL server. */
record DataFiles(Path directory) {
    /** Directories whose content a base backup leaves out: a server makes it anew, or takes it from the primary. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    /** Copies the files of a running server, between the start and the stop of a base backup. */
    void copyTo(Path target) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, to(from), StandardCopyOption.COPY_ATTRIBUTES);
                return EMPTY.contains(from.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(from.getFileName().toString())) {
                    copy(from);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private void copy(Path from) throws IOException {
                try {
                    Files.copy(from, to(from), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException droppedMeanwhile) {
                    // The log that the standby replays drops it, too.
                    Files.deleteIfExists(to(from));
                }
            }

            private Path to(Path from) {
                return target.resolve(directory.relativize(from));
            }
        });
    }
}
