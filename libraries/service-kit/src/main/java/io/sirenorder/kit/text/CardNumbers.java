package io.sirenorder.kit.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards in text: 13 to 19 digits that begin as card networks' do and pass the check of ISO/IEC 7812
 * (Luhn), with single spaces or hyphens between them. Cards are for PortOne's window alone: text that clients send must
 * not hold one, and in text that arrives with money already paid all digits but the last four are masked.
 */
public final class CardNumbers {
    private static final Pattern RUN =
            Pattern.compile("(?<![0-9A-Za-z]-?)(?<!\\d )[2-69](?:[ -]?\\d){12,18}(?!-?[0-9A-Za-z]| \\d)");
    private static final int SHOWN = 4;

    private CardNumbers() {}

    public static boolean areIn(String text) {
        return RUN.matcher(text).results().anyMatch(run -> passesCheck(run.group()));
    }

    /** The text with asterisks in place of all but the last four digits of each card number. */
    public static String masked(String text) {
        return RUN.matcher(text).replaceAll(CardNumbers::mask);
    }

    private static String mask(MatchResult run) {
        if (!passesCheck(run.group())) {
            return run.group();
        }
        int kept = run.group().length() - SHOWN;
        return run.group().substring(0, kept).replaceAll("\\d", "*")
                + run.group().substring(kept);
    }

    private static boolean passesCheck(String run) {
        int[] digits =
                run.chars().filter(Character::isDigit).map(digit -> digit - '0').toArray();
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
