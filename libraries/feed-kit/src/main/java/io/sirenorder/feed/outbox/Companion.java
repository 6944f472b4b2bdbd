package io.sirenorder.feed.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes that are made by the same statement as the insert of an event. They see the database as it was before that
 * statement, and none of them sees another.
 *
 * @param changes common table expressions as {@code name AS (INSERT …)}, joined by commas, whose parameters are {@code $8}
 *     and up; empty for none
 * @param values of these parameters, of types that the database's driver knows
 */
public record Companion(String changes, List<Object> values) {
    /** Nothing goes with the event. */
    public static final Companion NONE = new Companion("", List.of());

    /** One change, or several; values may be null. */
    public static Companion of(String changes, Object... values) {
        return new Companion(changes, Arrays.asList(values));
    }

    /** The same with a change more, whose text begins with a comma, and the values of its parameters. */
    public Companion and(String change, Object... more) {
        return new Companion(
                changes + change,
                Stream.concat(values.stream(), Arrays.stream(more)).toList());
    }

    String before(String insert) {
        return changes.isEmpty() ? insert : "WITH " + changes + " " + insert;
    }

    Object[] after(Object... own) {
        return Stream.concat(Arrays.stream(own), values.stream()).toArray();
    }
}
