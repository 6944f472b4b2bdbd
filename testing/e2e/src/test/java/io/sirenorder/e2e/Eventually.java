package io.sirenorder.e2e;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again until it is so, for a bounded time. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    public static <T> void is(Supplier<T> question, T wished) {
        is(question, wished, LIMIT);
    }

    public static <T> void is(Supplier<T> question, T wished, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!Objects.equals(answer, wished)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still %s and not %s after %s".formatted(answer, wished, limit));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
    }
}
