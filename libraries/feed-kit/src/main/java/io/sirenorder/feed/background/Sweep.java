package io.sirenorder.feed.background;

import io.smallrye.mutiny.Uni;

/**
 * Work that falls due by the database's clock. Every replica runs its sweeps, so the work has to lock what it takes and skip
 * what another replica has locked.
 */
public interface Sweep {
    /** A noun for the log, unique in the program. */
    String name();

    /**
     * A condition in SQL that is true while work is due. It is evaluated each second and has to be answered from an index;
     * texts from outside must not stand in it.
     */
    String due();

    /** One run on a Vert.x context of its own; the next begins after it has ended. A failure is logged, and tried again. */
    Uni<Void> run();

    /** Called instead of {@link #run} when the condition is false. */
    default void idle() {}
}
