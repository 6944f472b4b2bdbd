package io.sirenorder.local.proxy;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of a request (W3C {@code traceparent}): the caller's, or a new one that the service then continues. */
final class Trace {
    static final String HEADER = "traceparent";

    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int SPAN_DIGITS = 16;

    private Trace() {}

    /** The header for the service: the caller's, if it is well formed. */
    static String parent(String given) {
        return given != null && PARENT.matcher(given).matches()
                ? given
                : "00-" + digits() + "-" + digits().substring(0, SPAN_DIGITS) + "-01";
    }

    /** The id within a header that {@link #parent} has made or accepted; a new one where there is none. */
    static String idOf(String parent) {
        Matcher matcher = PARENT.matcher(String.valueOf(parent));
        return matcher.matches() ? matcher.group(1) : digits();
    }

    private static String digits() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
