package io.sirenorder.kit.page;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** A page of at most {@code limit} of the found, which are one more if there is a next page. */
    public static <T> Page<T> of(List<T> found, PageLimit limit, Function<T, String> cursor) {
        if (found.size() <= limit.value()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit.value());
        return new Page<>(List.copyOf(items), cursor.apply(items.get(items.size() - 1)));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
