package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The beginning of a page: the sort keys of the item before it, as an opaque text. */
public final class PageCursor {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 512;

    private PageCursor() {}

    public static String encode(String... parts) {
        for (String part : parts) {
            if (part.contains(SEPARATOR)) {
                throw new IllegalArgumentException("a part of a cursor holds its separator");
            }
        }
        byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The parts of a client's cursor; fails with {@link InvalidRequest} for one that no list issued, or with a NUL in it. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = text(cursor);
            List<String> decoded = List.of(text.split(SEPARATOR, -1));
            if (decoded.size() == parts && text.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static String text(String cursor) throws CharacterCodingException {
        if (cursor == null || cursor.length() > LONGEST) {
            throw invalid();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The problem of a cursor that was not issued by this list. */
    public static InvalidRequest invalid() {
        return new InvalidRequest("cursor", "was not issued by this list");
    }
}
