package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The cursors of one list. Each is the beginning of a page: the list's name and the sort keys of the item before the page, as
 * an opaque text. A cursor of another list is refused.
 *
 * @param list a name that no other list of a service has
 * @param parts number of sort keys
 */
public record PageCursor(String list, int parts) {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 512;

    public String encode(String... keys) {
        for (String part : keys) {
            if (part.contains(SEPARATOR)) {
                throw new IllegalArgumentException("a part of a cursor holds its separator");
            }
        }
        byte[] text = (list + SEPARATOR + String.join(SEPARATOR, keys)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The sort keys of a client's cursor; fails with {@link InvalidRequest} for one that this list did not issue, or with a NUL in it. */
    public List<String> decode(String cursor) {
        try {
            String text = text(cursor);
            List<String> decoded = List.of(text.split(SEPARATOR, -1));
            if (decoded.size() == 1 + parts && decoded.get(0).equals(list) && text.indexOf('\0') < 0) {
                return decoded.subList(1, decoded.size());
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
