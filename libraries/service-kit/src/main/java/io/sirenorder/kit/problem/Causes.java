package io.sirenorder.kit.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The failures behind a failure: its causes, and those that were collected or suppressed on the way. */
final class Causes {
    private static final int MOST = 32;

    private Causes() {}

    /** The failure itself first, then the nearest causes. */
    static Stream<Throwable> of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty() && seen.size() < MOST) {
            Throwable next = open.poll();
            if (seen.add(next)) {
                found.add(next);
                add(next, open);
            }
        }
        return found.stream();
    }

    /** Mutiny's {@code CompositeException} keeps its second cause and those after it among the suppressed. */
    private static void add(Throwable failure, Deque<Throwable> open) {
        if (failure.getCause() != null) {
            open.add(failure.getCause());
        }
        open.addAll(Arrays.asList(failure.getSuppressed()));
    }
}
