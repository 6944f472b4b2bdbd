package io.sirenorder.local.stack;

import java.time.Duration;
import java.util.Locale;

/** Output of the commands: plain, or coloured where the {@code siren} script has found a terminal. */
public final class Terminal {
    private static final boolean INTERACTIVE = Boolean.getBoolean("siren.tty");
    private static final boolean COLOURFUL = INTERACTIVE && System.getenv("NO_COLOR") == null;

    private Terminal() {}

    public static boolean isInteractive() {
        return INTERACTIVE;
    }

    public static String green(String text) {
        return coloured("32", text);
    }

    public static String red(String text) {
        return coloured("31", text);
    }

    public static String cyan(String text) {
        return coloured("36", text);
    }

    public static String bold(String text) {
        return coloured("1", text);
    }

    public static String dim(String text) {
        return coloured("2", text);
    }

    public static String coloured(String code, String text) {
        return COLOURFUL ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Seconds in a column, with a blank at least before them. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, " %4.1f s", time.toMillis() / 1000.0);
    }
}
