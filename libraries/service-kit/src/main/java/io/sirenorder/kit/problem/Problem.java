package io.sirenorder.kit.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A failure that a client is told about. The class names it: {@code OrderAlreadyDecided} is
 * {@code order-already-decided}, whose texts are {@code <slug>.title} and {@code <slug>.detail} in each module's
 * {@code problems_ko.properties} and {@code problems_en.properties}.
 */
public abstract class Problem extends RuntimeException {
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final int status;
    private final transient List<Object> arguments;

    /**
     * Says what happened.
     *
     * @param status of the HTTP answer
     * @param detailArguments for the placeholders {@code {0}}, {@code {1}} of the detail; they reach the client
     */
    protected Problem(int status, Object... detailArguments) {
        super(Arrays.toString(detailArguments));
        this.status = status;
        this.arguments = Collections.unmodifiableList(Arrays.asList(detailArguments.clone()));
    }

    /** The name of a class of problems, which never changes with the language. */
    public static String slugOf(Class<? extends Problem> type) {
        return NEXT_WORD.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    public final int status() {
        return status;
    }

    /** The name of this problem, which is that of its class. */
    public final String slug() {
        return slugOf(getClass());
    }

    /** The values of the detail's placeholders. */
    public final List<Object> arguments() {
        return arguments;
    }

    /** Members beyond those of every problem. */
    public Map<String, Object> extensions() {
        return Map.of();
    }

    /** Header fields of the HTTP answer beyond those of every problem. */
    public Map<String, String> headers() {
        return Map.of();
    }

    /** Wait after which a new try makes sense, or null. */
    public Duration retryAfter() {
        return null;
    }

    @Override
    public String getMessage() {
        return slug() + " " + super.getMessage();
    }
}
