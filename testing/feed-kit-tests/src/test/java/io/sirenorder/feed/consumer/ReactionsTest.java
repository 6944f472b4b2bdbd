package io.sirenorder.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.toy.JarEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReactionsTest {
    private final Reactions reactions = Reactions.none()
            .on(
                    JarEvent.BeanAdded.class,
                    event -> event.beans() > 1,
                    event -> Uni.createFrom().voidItem());

    @Test
    void an_event_that_the_condition_excludes_has_no_effect() {
        assertThat(reactions.concern(bean("2"))).isTrue();
        assertThat(reactions.to(bean("2"))).isPresent();
        assertThat(reactions.concern(bean("1"))).isFalse();
        assertThat(reactions.to(bean("1"))).isEmpty();
    }

    @Test
    void its_type_may_have_an_effect_all_the_same() {
        assertThat(reactions.concern("bean.added")).isTrue();
        assertThat(reactions.concern("jar.shaken")).isFalse();
    }

    @Test
    void one_that_can_not_be_read_is_not_passed_over() {
        assertThat(reactions.concern(bean("many"))).isTrue();
        assertThat(reactions.to(bean("many"))).isPresent();
    }

    private static Envelope bean(String beans) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "bean.added")
                .put("jar", "a")
                .put("beans", beans)
                .put("mood", "fine")
                .put("at", "2026-01-01T00:00:00Z");
        return new Envelope(1, UUID.randomUUID(), "jar:a", 1, "bean.added", 1, body, Instant.EPOCH, null);
    }
}
