package io.sirenorder.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TraceContextTest {
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    @Test
    void work_is_part_of_the_trace_it_is_given() {
        assertThat(TraceContext.run(TRACEPARENT, TraceContext::current)).isEqualTo(TRACEPARENT);
        assertThat(TraceContext.run(TRACEPARENT, TraceContext::traceId)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void asynchronous_work_is_part_of_it_until_it_is_done() {
        AtomicReference<String> during = new AtomicReference<>();
        String result = TraceContext.follow(
                        TRACEPARENT,
                        () -> Uni.createFrom().item("done").invoke(() -> during.set(TraceContext.current())))
                .await()
                .atMost(Duration.ofSeconds(1));
        assertThat(result).isEqualTo("done");
        assertThat(during).hasValue(TRACEPARENT);
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void nonsense_is_no_trace() {
        for (String nonsense : new String[] {null, "", "00-0-0-00", "99-" + TRACEPARENT, TRACEPARENT + "\r\nx"}) {
            assertThat(TraceContext.run(nonsense, TraceContext::current)).isNull();
        }
        assertThat(TraceContext.run("00-00000000000000000000000000000000-b7ad6b7169203331-00", TraceContext::traceId))
                .isNull();
    }
}
