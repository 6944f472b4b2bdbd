package io.sirenorder.local.stack;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** A line of a log for people: services log JSON. */
public final class LogLine {
    private static final int TIME_BEGIN = 11;
    private static final int TIME_END = 23;

    private LogLine() {}

    /** Time, level, trace, message and innermost cause of a JSON line; any other line as it is. */
    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonObject entry = new JsonObject(line);
            return time(entry) + entry.getString("level", "") + " " + trace(entry) + entry.getString("message", "")
                    + cause(entry);
        } catch (DecodeException cutShort) {
            return line;
        }
    }

    private static String time(JsonObject entry) {
        String time = entry.getString("timestamp", "");
        return time.length() < TIME_END ? "" : time.substring(TIME_BEGIN, TIME_END) + " ";
    }

    private static String trace(JsonObject entry) {
        String trace = entry.getJsonObject("mdc", new JsonObject()).getString("traceId");
        return trace == null ? "" : "[" + trace + "] ";
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
