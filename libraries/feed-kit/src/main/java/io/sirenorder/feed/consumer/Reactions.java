package io.sirenorder.feed.consumer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.feed.Envelope;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a listener does about which event; of others it does not need to know. */
public final class Reactions {
    private static final Reactions NONE = new Reactions(Map.of());

    private final Map<String, Reaction<?>> byType;

    private Reactions(Map<String, Reaction<?>> byType) {
        this.byType = byType;
    }

    public static Reactions none() {
        return NONE;
    }

    /** These and one more. It runs in the batch's transaction, asks no other service and fails as a whole. */
    public <E extends Event> Reactions on(Class<E> type, Function<? super E, ? extends Uni<?>> effect) {
        String name = type.getAnnotation(JsonTypeName.class).value();
        return new Reactions(Stream.concat(
                        byType.entrySet().stream(), Stream.of(Map.entry(name, new Reaction<>(type, effect))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whether events of this type have an effect. */
    public boolean concern(String type) {
        return byType.containsKey(type);
    }

    /** The effect of this event, still to be subscribed to; empty where nobody cares. */
    public Optional<Uni<?>> to(Envelope envelope) {
        return Optional.ofNullable(byType.get(envelope.type())).map(reaction -> reaction.to(envelope));
    }

    private record Reaction<E extends Event>(Class<E> type, Function<? super E, ? extends Uni<?>> effect) {
        Uni<?> to(Envelope envelope) {
            return Uni.createFrom()
                    .deferred(() -> effect.apply(envelope.as(type)).replaceWithVoid());
        }
    }
}
