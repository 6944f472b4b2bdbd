package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page begins, as an opaque text of the sort keys of the item before it. */
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

    /** The parts of a client's cursor; one that is none of ours is an {@link InvalidRequest}, as is PostgreSQL's NUL. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = text(cursor);
            List<String> decoded = List.of(text.split(SEPARATOR, -1));
            if (decoded.size() == parts && text.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw bad();
        }
        throw bad();
    }

    private static String text(String cursor) throws CharacterCodingException {
        if (cursor == null || cursor.length() > LONGEST) {
            throw bad();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static InvalidRequest bad() {
        return new InvalidRequest("cursor", "is none that this list gave out");
    }
}
