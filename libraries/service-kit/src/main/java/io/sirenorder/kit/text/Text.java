package io.sirenorder.kit.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one rule for text at every edge. Refused are U+0000 and all other control characters (a line feed only outside of
 * {@link Form#PARAGRAPH}), line and paragraph separators, lone surrogates, noncharacters, characters that direct or
 * annotate other text (bidirectional controls, byte order marks), and text of which nothing can be seen. Length is
 * counted in what people call characters: grapheme clusters.
 */
public final class Text {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u2028\u2029\u0085]");
    private static final Pattern WHITE = Pattern.compile("[\\s\u0085\\p{Z}\u200b\u2060\ufeff]+");
    /** More than the longest emoji: no keyboard makes a cluster of many more combining marks. */
    private static final int CODE_POINTS_PER_CHARACTER = 16;

    /** The number of lines that a text may have. */
    public enum Form {
        ONE_LINE,
        PARAGRAPH
    }

    private Text() {}

    /** The reason to refuse the text, as the end of a sentence that begins with its field's name; empty if it is fit. */
    public static Optional<String> flaw(String text, Form form) {
        Optional<Integer> forbidden = firstForbidden(text, form);
        return forbidden.isPresent()
                ? forbidden.map("must not contain the character U+%04X"::formatted)
                : isInvisible(text) ? Optional.of("must contain something visible") : Optional.empty();
    }

    /** Whether the text is fit and has no more grapheme clusters than {@code most}. */
    public static boolean fits(String text, Form form, int most) {
        return flaw(text, form).isEmpty() && isUpTo(text, most);
    }

    /** Whether the text has at most so many grapheme clusters, of reasonable size each. */
    public static boolean isUpTo(String text, int most) {
        return text.codePointCount(0, text.length()) <= (long) most * CODE_POINTS_PER_CHARACTER
                && (text.length() <= most || length(text) <= most);
    }

    /** The number of grapheme clusters, after normalisation to NFC. */
    public static int length(String text) {
        return (int) GRAPHEME.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .count();
    }

    /** The first {@code most} grapheme clusters, or the whole text if it has no more. */
    public static String shortened(String text, int most) {
        return isUpTo(text, most)
                ? text
                : GRAPHEME.matcher(text)
                        .results()
                        .limit(most)
                        .map(cluster -> cut(cluster.group()))
                        .collect(Collectors.joining());
    }

    /**
     * The text on one line without what the rule forbids, for text that arrives with money already paid: a line break or a
     * tab becomes a space, any other forbidden character U+FFFD, and text of which nothing can be seen an empty one.
     */
    public static String clean(String text) {
        return clean(text, Form.ONE_LINE);
    }

    /** The same; line breaks of a paragraph stay, as line feeds. */
    public static String clean(String text, Form form) {
        String lines = withLineFeeds(text);
        StringBuilder clean = new StringBuilder(lines.length());
        lines.codePoints().map(character -> replacement(character, form)).forEach(clean::appendCodePoint);
        return isInvisible(clean.toString()) ? "" : clean.toString();
    }

    /** The text with line feeds in place of every other kind of line break. */
    public static String withLineFeeds(String text) {
        return LINE_BREAK.matcher(text).replaceAll("\n");
    }

    /** Pasted text: white space of any kind, zero-width spaces included, becomes single spaces, and none at the ends. */
    public static String pasted(String text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }

    private static int replacement(int character, Form form) {
        if (!isForbidden(character, form)) {
            return character;
        }
        return Character.isWhitespace(character) ? ' ' : 0xFFFD;
    }

    private static Optional<Integer> firstForbidden(String text, Form form) {
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        while (characters.hasNext()) {
            int character = characters.nextInt();
            if (isForbidden(character, form)) {
                return Optional.of(character);
            }
        }
        return Optional.empty();
    }

    private static boolean isForbidden(int character, Form form) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' || form != Form.PARAGRAPH;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> directsOtherText(character);
            default -> isNoncharacter(character);
        };
    }

    /** Bidirectional controls, deprecated format characters, interlinear annotations and the byte order mark. */
    private static boolean directsOtherText(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x206F)
                || (character >= 0xFFF9 && character <= 0xFFFB)
                || character == 0xFEFF;
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    /** An empty text and one of spaces alone are blank, which is for each field to allow. */
    private static boolean isInvisible(String text) {
        IntPredicate space = Character::isWhitespace;
        return text.codePoints().anyMatch(space.negate()) && text.codePoints().noneMatch(Text::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isFiller(character);
        };
    }

    /** Letters and symbols that are drawn as nothing: Hangul fillers and the empty braille pattern. */
    private static boolean isFiller(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800
                || character == 0x034F;
    }

    private static String cut(String cluster) {
        int length = Math.min(CODE_POINTS_PER_CHARACTER, cluster.codePointCount(0, cluster.length()));
        return cluster.substring(0, cluster.offsetByCodePoints(0, length));
    }
}
