package io.sirenorder.feed.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.feed.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedTailTest {
    private final FeedTail tail = new FeedTail(5);

    @Test
    void what_follows_a_known_event_is_given_in_order() {
        tail.add(run(1, 4));
        assertThat(positions(tail.after(at(2), 10).orElseThrow())).containsExactly(3L, 4L);
        assertThat(positions(tail.after(at(1), 2).orElseThrow())).containsExactly(2L, 3L);
        assertThat(tail.after(at(4), 10).orElseThrow()).isEmpty();
        assertThat(positions(tail.after(Position.BEGINNING, 2).orElseThrow())).containsExactly(1L, 2L);
    }

    @Test
    void only_the_newest_are_kept() {
        tail.add(run(1, 8));
        assertThat(tail.after(at(3), 10)).isEmpty();
        assertThat(tail.after(Position.BEGINNING, 10)).isEmpty();
        assertThat(positions(tail.after(at(4), 10).orElseThrow())).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void a_gap_is_never_bridged() {
        tail.add(run(1, 3));
        tail.add(run(6, 7));
        assertThat(tail.after(at(2), 10)).isEmpty();
        assertThat(positions(tail.after(at(6), 10).orElseThrow())).containsExactly(7L);
    }

    @Test
    void a_gap_within_what_a_reader_fetched_is_not_bridged_either() {
        tail.add(List.of(entry(2), entry(3), entry(9), entry(10)));
        assertThat(tail.after(at(3), 10)).isEmpty();
        assertThat(positions(tail.after(at(9), 10).orElseThrow())).containsExactly(10L);
    }

    @Test
    void what_a_reader_fetched_continues_it() {
        tail.add(run(1, 3));
        tail.add(run(2, 5));
        assertThat(positions(tail.after(at(1), 10).orElseThrow())).containsExactly(2L, 3L, 4L, 5L);
        tail.add(run(1, 2));
        assertThat(tail.last()).isEqualTo(5);
    }

    @Test
    void an_event_that_it_never_held_at_that_position_is_left_to_the_database() {
        tail.add(run(1, 3));
        assertThat(tail.after(new Position(2, UUID.randomUUID()), 10)).isEmpty();
    }

    @Test
    void positions_that_are_given_out_again_replace_what_was_known() {
        tail.add(run(1, 3));
        FeedEntry other = new FeedEntry(new Position(3, UUID.randomUUID()), "jar.shaken", Instant.EPOCH, "{}");
        tail.add(List.of(other));
        assertThat(tail.after(at(2), 10)).isEmpty();
        tail.headIs(1);
        assertThat(tail.after(other.position(), 10)).isEmpty();
    }

    private static List<FeedEntry> run(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(FeedTailTest::entry).toList();
    }

    private static FeedEntry entry(long pos) {
        return new FeedEntry(at(pos), "jar.shaken", Instant.EPOCH, "{}");
    }

    private static Position at(long pos) {
        return new Position(pos, new UUID(0, pos));
    }

    private static List<Long> positions(List<FeedEntry> entries) {
        return entries.stream().map(entry -> entry.position().pos()).toList();
    }
}
