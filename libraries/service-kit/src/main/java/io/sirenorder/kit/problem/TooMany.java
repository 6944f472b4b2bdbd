package io.sirenorder.kit.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** A limit on the number of requests or things is reached (429). Subclasses name the limit. */
public abstract class TooMany extends Problem {
    private static final int STATUS = 429;

    private final Duration retryAfter;

    /**
     * Says when to come back.
     *
     * @param retryAfter also placeholder {@code {0}} of the detail, in whole seconds
     * @param otherArguments placeholders from {@code {1}} on
     */
    protected TooMany(Duration retryAfter, Object... otherArguments) {
        super(STATUS, arguments(retryAfter, otherArguments));
        this.retryAfter = retryAfter;
    }

    private static Object[] arguments(Duration retryAfter, Object... others) {
        return Stream.concat(Stream.of(Math.max(1, retryAfter.toSeconds())), Arrays.stream(others))
                .toArray();
    }

    /** {@code RateLimit}: this limit has nothing left, and is whole again after so many seconds. */
    @Override
    public final Map<String, String> headers() {
        return Map.of("RateLimit", "\"%s\";r=0;t=%d".formatted(slug(), Math.max(1, retryAfter.toSeconds())));
    }

    @Override
    public final Duration retryAfter() {
        return retryAfter;
    }
}
