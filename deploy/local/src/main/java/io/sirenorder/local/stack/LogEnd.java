package io.sirenorder.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a person who wants to know why a program ended. */
final class LogEnd {
    private static final int LINES = 12;
    private static final int WIDTH = 400;

    private LogEnd() {}

    static String of(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of("(an empty log)");
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return String.join("\n", last.stream().map(LogEnd::indented).toList());
        } catch (IOException e) {
            return "(" + log + " can't be read: " + e.getMessage() + ")";
        }
    }

    private static String indented(String line) {
        String text = LogLine.readable(line);
        return "    " + (text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text);
    }
}
