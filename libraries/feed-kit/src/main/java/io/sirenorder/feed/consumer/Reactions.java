package io.sirenorder.feed.consumer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.feed.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The effects of a listener by type of event. */
public final class Reactions {
    private static final Reactions NONE = new Reactions(Map.of());

    private final Map<String, Reaction<?>> byType;

    private Reactions(Map<String, Reaction<?>> byType) {
        this.byType = byType;
    }

    public static Reactions none() {
        return NONE;
    }

    /**
     * Adds an effect. It runs in the batch's transaction, asks no other service and fails as a whole.
     *
     * @param concerns whether an event has an effect; looks at the event only. One without costs no transaction
     */
    public <E extends Event> Reactions on(
            Class<E> type, Predicate<? super E> concerns, Function<? super E, ? extends Uni<?>> effect) {
        String name = type.getAnnotation(JsonTypeName.class).value();
        return new Reactions(Stream.concat(
                        byType.entrySet().stream(), Stream.of(Map.entry(name, new Reaction<>(type, concerns, effect))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Adds an effect of every event of a type. */
    public <E extends Event> Reactions on(Class<E> type, Function<? super E, ? extends Uni<?>> effect) {
        return on(type, null, effect);
    }

    /** Whether this event has an effect; one that can't be read is said to have, so that applying it shows the failure. */
    boolean concern(Envelope envelope) {
        Reaction<?> reaction = byType.get(envelope.type());
        return reaction != null && reaction.concerns(envelope);
    }

    /** Whether events of this type may have an effect. */
    public boolean concern(String type) {
        return byType.containsKey(type);
    }

    /** The effect of this event, still to be subscribed to; empty if it has none. */
    public Optional<Uni<?>> to(Envelope envelope) {
        return Optional.ofNullable(byType.get(envelope.type()))
                .filter(reaction -> reaction.concerns(envelope))
                .map(reaction -> reaction.to(envelope));
    }

    private record Reaction<E extends Event>(
            Class<E> type, Predicate<? super E> condition, Function<? super E, ? extends Uni<?>> effect) {
        boolean concerns(Envelope envelope) {
            try {
                return condition == null || condition.test(envelope.as(type));
            } catch (IllegalArgumentException unreadable) {
                return true;
            }
        }

        Uni<?> to(Envelope envelope) {
            return Uni.createFrom()
                    .deferred(() -> effect.apply(envelope.as(type)).replaceWithVoid());
        }
    }
}
