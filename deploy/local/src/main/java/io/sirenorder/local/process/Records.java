package io.sirenorder.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of all processes that run for a stack, one line each: what the reaper and the next start go by. */
public final class Records {
    private final Path file;
    private final List<Running> all;

    private Records(Path file, List<Running> all) {
        this.file = file;
        this.all = all;
    }

    /** Reads the file, which a launcher that was killed may have left behind. */
    public static Records in(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return new Records(
                    file, new ArrayList<>(lines.stream().map(Running::parse).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void add(Running process) {
        all.add(process);
        write();
    }

    public synchronized void remove(Running process) {
        all.remove(process);
        write();
    }

    public synchronized List<Running> alive() {
        return all.stream().filter(Running::isAlive).toList();
    }

    public synchronized void clear() {
        all.clear();
        write();
    }

    private void write() {
        TextFile.write(
                file,
                String.join("", all.stream().map(each -> each.line() + "\n").toList()));
    }
}
