package io.sirenorder.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments and indentation of our scripts and styles, which readers of the repository need and browsers do not. */
final class Comments {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*//.*$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*/\\*\\*[\\s\\S]*?\\*/[ \\t]*$");

    private static final Pattern OF_STYLES = Pattern.compile("(?m)^[ \\t]*/\\*[\\s\\S]*?\\*/[ \\t]*$");

    private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\t]+");

    private Comments() {}

    /** The same file, without comments that have lines of their own and without indentation; the numbers of the lines stay. */
    static byte[] removed(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.endsWith(".css")) {
            return withLinesOnly(OF_STYLES.matcher(text));
        }
        return name.endsWith(".js") && !name.startsWith("lit-html/")
                ? withLinesOnly(BLOCK.matcher(LINE.matcher(text).replaceAll("")))
                : content;
    }

    private static byte[] withLinesOnly(Matcher comments) {
        String text = comments.replaceAll(comment ->
                "\n".repeat((int) comment.group().chars().filter(c -> c == '\n').count()));
        return INDENTATION.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
