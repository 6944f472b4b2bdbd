package io.sirenorder.feed.toy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Moods of events whose handling fails at present. */
@ApplicationScoped
public class Moods {
    private final Set<String> unbearable = ConcurrentHashMap.newKeySet();

    public void forbid(String mood) {
        unbearable.add(mood);
    }

    public void bear(String mood) {
        unbearable.remove(mood);
    }

    public boolean isUnbearable(String mood) {
        return unbearable.contains(mood);
    }
}
