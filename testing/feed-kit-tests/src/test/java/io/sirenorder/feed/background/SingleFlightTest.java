package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final Queue<UniEmitter<? super Void>> flying = new ArrayDeque<>();
    private final SingleFlight flight = new SingleFlight(
            "a test", new InFlightWork(), () -> Uni.createFrom().<Void>emitter(flying::add));

    @Test
    void asked_many_times_while_flying_it_flies_once_more() {
        flight.ask();
        flight.ask();
        flight.ask();
        assertThat(flying).hasSize(1);

        flying.remove().complete(null);
        assertThat(flying).hasSize(1);

        flying.remove().complete(null);
        assertThat(flying).isEmpty();
    }

    @Test
    void a_crash_does_not_keep_it_on_the_ground() {
        flight.ask();
        flying.remove().fail(new IllegalStateException("crashed"));

        flight.ask();

        assertThat(flying).hasSize(1);
    }
}
