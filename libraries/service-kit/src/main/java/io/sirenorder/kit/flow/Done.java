package io.sirenorder.kit.flow;

import io.smallrye.mutiny.Uni;

/** Results of work that has none. */
public final class Done {
    private Done() {}

    /** A result without content, at once. */
    public static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
