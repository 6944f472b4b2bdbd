package io.sirenorder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
    @Test
    void the_gaps_that_a_collection_leaves_are_no_live_bytes() {
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:             2            600  [B (java.base@25.0.3)
                   2:             1            250  [Ljdk.internal.vm.FillerElement; (java.base@25.0.3)
                Total             3            850
                """;

        assertThat(LiveHeap.bytesIn(histogram)).isEqualTo(600);
    }

    @Test
    void the_heap_of_a_running_jvm_is_counted() {
        byte[] held = new byte[50_000_000];

        assertThat(LiveHeap.of(ProcessHandle.current().pid())).isGreaterThan(held.length);
    }
}
