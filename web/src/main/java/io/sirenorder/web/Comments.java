package io.sirenorder.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Comments of our scripts, which readers of the repository need and browsers do not. */
final class Comments {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*//.*$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*/\\*\\*[\\s\\S]*?\\*/[ \\t]*$");

    private Comments() {}

    /** The same file, without comments that have lines of their own; the numbers of the lines stay. */
    static byte[] removed(String name, byte[] content) {
        if (!name.endsWith(".js") || name.startsWith("lit-html/")) {
            return content;
        }
        String text = LINE.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("");
        return BLOCK.matcher(text)
                .replaceAll(comment -> "\n".repeat((int)
                        comment.group().chars().filter(c -> c == '\n').count()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
