package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.time.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Position of the last item of a page in a list that is sorted by time and id, newest first; the next page begins behind it. */
public record PagePosition(Instant at, UUID id) {
    /** Position before the newest item. */
    private static final PagePosition TOP = new PagePosition(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    /** Reads a client's cursor of the list, null for the top; fails with {@link InvalidRequest} for one that the list did not issue. */
    public static PagePosition of(PageCursor list, String cursor) {
        if (cursor == null) {
            return TOP;
        }
        List<String> keys = list.decode(cursor);
        try {
            return new PagePosition(Moments.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw PageCursor.invalid();
        }
    }

    public String cursor(PageCursor list) {
        return list.encode(at.toString(), id.toString());
    }
}
