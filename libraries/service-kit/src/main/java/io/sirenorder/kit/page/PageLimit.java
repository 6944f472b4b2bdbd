package io.sirenorder.kit.page;

import io.sirenorder.kit.problem.InvalidRequest;

/** How many items a page holds at most. */
public record PageLimit(int value) {
    public static final int DEFAULT = 20;
    public static final int LARGEST = 100;

    /** What the client asked for, which may be null. */
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
