package io.sirenorder.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk for a directory, in memory, which can be filled without harm; only root has the right to mount one. */
final class SmallDisk {
    private SmallDisk() {}

    /** Mounts it until this JVM ends; without that right, says so and leaves the directory on its disk. */
    static void at(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String place = directory.toString();
        if (succeeds("mount", "-t", "tmpfs", "-o", "size=2g", "tmpfs", place)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> succeeds("umount", "-l", place), "umount"));
        } else {
            System.err.println("No disk of its own at " + place + ": none is filled amid the faults");
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
