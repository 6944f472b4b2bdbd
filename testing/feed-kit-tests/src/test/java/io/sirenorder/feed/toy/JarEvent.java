package io.sirenorder.feed.toy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import java.time.Instant;

/** Event of a jar. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(JarEvent.BeanAdded.class), @JsonSubTypes.Type(JarEvent.JarShaken.class)})
public sealed interface JarEvent extends Event {
    String jar();

    @Override
    default String stream() {
        return "jar:" + jar();
    }

    /** There is one more bean in it. */
    @JsonTypeName("bean.added")
    record BeanAdded(String jar, int beans, String mood, Instant at) implements JarEvent {}

    /** An event without a listener. */
    @JsonTypeName("jar.shaken")
    record JarShaken(String jar, Instant at) implements JarEvent {}
}
