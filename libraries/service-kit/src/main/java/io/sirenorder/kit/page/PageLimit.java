package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;

/** The largest number of items of a page. */
public record PageLimit(int value) {
    public static final int DEFAULT = 20;
    public static final int LARGEST = 100;

    /** The limit that the client asked for; null means the default. */
    public static PageLimit of(Integer limit) {
        if (limit != null && (limit < 1 || limit > LARGEST)) {
            throw new InvalidRequest("limit", "must be between 1 and " + LARGEST);
        }
        return new PageLimit(limit == null ? DEFAULT : limit);
    }

    /** One row more than the page holds shows whether there is another page. */
    public int plusOne() {
        return value + 1;
    }
}
