package io.sirenorder.payment.portone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Which ids may enter a URL at all, and how: other people chose them. */
public final class PortOneIds {
    private static final Pattern POSSIBLE = Pattern.compile("(?!\\.{1,2}$)[^\\p{Cntrl}\\p{Cs}/\\\\%]{1,128}");

    private PortOneIds() {}

    static boolean isPossible(String id) {
        return id != null && POSSIBLE.matcher(id).matches();
    }

    /** The id as one path segment; fails with {@link PaymentUnknown} for an impossible one. */
    public static String segment(String id, PaymentReference reference) {
        if (!isPossible(id)) {
            throw new PaymentUnknown(reference);
        }
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
