package io.sirenorder.e2e;

import io.sirenorder.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again until it is so, for a bounded time; a service that is not ready yet is asked again too. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    public static <T> void is(Supplier<T> question, T wished) {
        is(question, wished, LIMIT);
    }

    public static <T> void is(Supplier<T> question, T wished, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Object answer = ask(question);
        while (!Objects.equals(answer, wished)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still %s and not %s after %s".formatted(answer, wished, limit));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = ask(question);
        }
    }

    /** The answer, or the refusal of a service that is not ready again. */
    private static Object ask(Supplier<?> question) {
        try {
            return question.get();
        } catch (UnexpectedAnswer refusal) {
            if (refusal.isPassing()) {
                return refusal;
            }
            throw refusal;
        }
    }
}
