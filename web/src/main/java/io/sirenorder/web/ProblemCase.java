package io.sirenorder.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One case of a problem, as one or more services tell it.
 *
 * @param texts by language, {@code ko} and {@code en}
 * @param services names of the catalogues that have it
 */
record ProblemCase(int status, Map<String, Text> texts, Set<String> services) {
    /** A case that one more service tells in the same words. */
    ProblemCase alsoIn(ProblemCase other) {
        Set<String> all = new TreeSet<>(services);
        all.addAll(other.services);
        return new ProblemCase(status, texts, all);
    }

    boolean isToldLike(ProblemCase other) {
        return status == other.status && texts.equals(other.texts);
    }

    /** Title and detail in one language. */
    record Text(String title, String detail) {}
}
