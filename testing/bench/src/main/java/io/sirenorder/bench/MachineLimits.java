package io.sirenorder.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits of this machine that bound the sockets of one process.
 *
 * @param openFiles that a process may have, each socket being one
 * @param localPorts that one local address has for connections to one port
 */
record MachineLimits(int openFiles, int localPorts) {
    /** Files that a JVM has open besides its sockets. */
    private static final int OTHER_FILES = 400;

    private static final String OPEN_FILES = "Max open files";

    static MachineLimits of(long pid) {
        String[] range =
                text(Path.of("/proc/sys/net/ipv4/ip_local_port_range")).strip().split("\\s+", -1);
        String files = text(Path.of("/proc", Long.toString(pid), "limits"))
                .lines()
                .filter(line -> line.startsWith(OPEN_FILES))
                .map(line -> line.substring(OPEN_FILES.length()).strip().split("\\s+", -1)[0])
                .findFirst()
                .orElse("unlimited");
        return new MachineLimits(
                files.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(files),
                Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1);
    }

    /** Sockets that the process can have at most. */
    int sockets() {
        return openFiles - OTHER_FILES;
    }

    /** Local addresses that so many connections need. */
    int addressesFor(int connections) {
        return 1 + connections / localPorts;
    }

    /** Reads by lines: files below /proc/sys cannot be read byte by byte. */
    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
