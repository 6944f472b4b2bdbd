package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A fact that one service owns and others may consume. Its wire name is the {@code @JsonTypeName} of the record; events
 * of one {@link #stream} arrive in order, exactly once in effect.
 */
public interface Event {
    /** The subject, {@code order:ID} for instance; order is kept per stream. */
    @JsonIgnore
    String stream();

    /** Time of the event, by the producer's clock; never an order. */
    Instant at();
}
