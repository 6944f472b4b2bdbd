package io.sirenorder.feed.notification;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.feed.Envelope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notifications that a service sends of its own events; at most one bean per service. */
public interface NotificationRules {
    Rules rules();

    /** The notifications by type of event. */
    final class Rules {
        private static final Rules NONE = new Rules(Map.of());

        private final Map<String, Function<Envelope, Stream<Notification>>> byType;

        private Rules(Map<String, Function<Envelope, Stream<Notification>>> byType) {
            this.byType = byType;
        }

        public static Rules none() {
            return NONE;
        }

        /** Adds a rule, which only looks at the event. */
        public <E extends Event> Rules on(Class<E> type, Function<? super E, Stream<Notification>> rule) {
            String name = type.getAnnotation(JsonTypeName.class).value();
            Function<Envelope, Stream<Notification>> said = envelope -> rule.apply(envelope.as(type));
            return new Rules(Stream.concat(byType.entrySet().stream(), Stream.of(Map.entry(name, said)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
        }

        boolean concern(String type) {
            return byType.containsKey(type);
        }

        List<Notification> of(Envelope envelope) {
            return byType.getOrDefault(envelope.type(), unknown -> Stream.empty())
                    .apply(envelope)
                    .toList();
        }
    }
}
