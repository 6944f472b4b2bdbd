package io.sirenorder.local.stack;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
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
            return String.join("\n", last.stream().map(LogEnd::readable).toList());
        } catch (IOException e) {
            return "(" + log + " can't be read: " + e.getMessage() + ")";
        }
    }

    /** A JSON line as its level, its message and the innermost cause; any other as it is. */
    private static String readable(String line) {
        String text = line.startsWith("{") ? plain(line) : line;
        return "    " + (text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text);
    }

    private static String plain(String line) {
        try {
            JsonObject entry = new JsonObject(line);
            return entry.getString("level", "") + " " + entry.getString("message", "") + cause(entry);
        } catch (DecodeException cutShort) {
            return line;
        }
    }

    private static String cause(JsonObject entry) {
        JsonObject exception = entry.getJsonObject("exception");
        if (exception == null) {
            return "";
        }
        while (exception.getJsonObject("causedBy") != null) {
            exception = exception.getJsonObject("causedBy").getJsonObject("exception");
        }
        return ": " + exception.getString("exceptionType") + ": " + exception.getString("message");
    }
}
