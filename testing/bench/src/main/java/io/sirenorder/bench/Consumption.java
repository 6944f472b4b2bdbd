package io.sirenorder.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time and memory of a process so far, from {@code /proc} (proc(5)).
 *
 * @param cpuSeconds user and system time
 * @param residentMib resident set, shared pages included
 */
record Consumption(double cpuSeconds, long residentMib) {
    private static final double TICKS_PER_SECOND = 100;
    private static final long PAGES_PER_MIB = 256;

    /** Of one process alone: the launcher is the parent of all. */
    static Consumption of(long pid) {
        return of(List.of(pid));
    }

    /** Of a process and those it started: PostgreSQL has one for each connection. */
    static Consumption ofFamily(long pid) {
        return of(family(pid));
    }

    private static Consumption of(List<Long> pids) {
        double cpu = 0;
        long resident = 0;
        for (long each : pids) {
            Path stat = Path.of("/proc", Long.toString(each), "stat");
            if (Files.isReadable(stat)) {
                String[] fields = afterName(stat).split(" ", -1);
                cpu += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
                resident += Long.parseLong(fields[21]) / PAGES_PER_MIB;
            }
        }
        return new Consumption(cpu, resident);
    }

    private static List<Long> family(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** The name, in parentheses, may hold anything; the numbers start behind it. */
    private static String afterName(Path stat) {
        try {
            String text = Files.readString(stat);
            return text.substring(text.lastIndexOf(')') + 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
