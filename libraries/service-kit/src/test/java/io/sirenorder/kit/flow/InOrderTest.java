package io.sirenorder.kit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void work_begins_when_that_before_it_is_done() {
        await(InOrder.each(List.of(1, 2), this::work));
        assertThat(log).containsExactly("begin 1", "end 1", "begin 2", "end 2");
        await(InOrder.each(List.of(), item -> Uni.createFrom().voidItem()));
    }

    @Test
    void the_first_failure_ends_it() {
        assertThatThrownBy(() -> await(InOrder.each(List.of(1, 0, 2), item -> work(6 / item))))
                .isInstanceOf(ArithmeticException.class);
        assertThat(log).containsExactly("begin 6", "end 6");
    }

    @Test
    void results_keep_the_order() {
        assertThat(await(InOrder.map(List.of(1, 2, 3), item -> Uni.createFrom().item(item * 2))))
                .containsExactly(2, 4, 6);
    }

    private Uni<Integer> work(int item) {
        return Uni.createFrom()
                .item(() -> {
                    log.add("begin " + item);
                    return item;
                })
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(5))
                .invoke(() -> log.add("end " + item));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(5));
    }
}
