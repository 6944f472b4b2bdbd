package io.sirenorder.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The disk of PostgreSQL's data. It is filled only when it is a small one that holds nothing else, such as a tmpfs that was
 * mounted there before the stack started.
 *
 * @param directory where PostgreSQL's data lie
 */
record DataDisk(Path directory) {
    private static final long LARGEST_MIB = 4_096;
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int BLOCK_BYTES = 4_096;
    /** Room that PostgreSQL frees meanwhile is taken, too. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Leaves no room on the disk for that long. */
    void fill(Duration time) {
        refuseShared();
        Path filler = directory.resolve("filler");
        Instant end = Instant.now().plus(time);
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Instant.now().isBefore(end)) {
                writeAll(out, new byte[CHUNK_BYTES]);
                writeAll(out, new byte[BLOCK_BYTES]);
                Victims.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(filler);
        }
    }

    private void refuseShared() {
        try {
            FileStore disk = Files.getFileStore(directory);
            long size = disk.getTotalSpace() >> 20;
            if (size > LARGEST_MIB || disk.equals(Files.getFileStore(directory.getParent()))) {
                throw new IllegalStateException("no small disk of its own is mounted at " + directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends when the disk is full. */
    private static void writeAll(OutputStream out, byte[] chunk) {
        boolean fits = true;
        while (fits) {
            fits = write(out, chunk);
        }
    }

    private static boolean write(OutputStream out, byte[] chunk) {
        try {
            out.write(chunk);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private static void remove(Path filler) {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
