package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.page.PageCursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Position of the last item of a page, newest first; the next page begins behind it. */
public record BoxPosition(Instant at, UUID id) {
    /** Position before the newest item. */
    private static final BoxPosition TOP = new BoxPosition(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    /** The position of a cursor of a list, or the top for null. */
    public static BoxPosition of(PageCursor list, String cursor) {
        if (cursor == null) {
            return TOP;
        }
        List<String> parts = list.decode(cursor);
        try {
            return new BoxPosition(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw PageCursor.invalid();
        }
    }

    public String cursor(PageCursor list) {
        return list.encode(at.toString(), id.toString());
    }
}
