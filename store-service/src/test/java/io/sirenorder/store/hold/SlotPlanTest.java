package io.sirenorder.store.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.store.hold.SlotPlan.Part;
import io.sirenorder.store.storefront.KitchenSettings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotPlanTest {
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final KitchenSettings TEN_MINUTES_OF_FOUR = new KitchenSettings(null, null, null, 10, 4, null);

    @Test
    void the_grid_begins_at_midnight_in_korea() {
        assertThat(SlotPlan.slotOf(Instant.parse("2026-03-01T15:09:59Z"), TEN_MINUTES_OF_FOUR))
                .isEqualTo(Instant.parse("2026-03-01T15:00:00Z"));
        assertThat(SlotPlan.slotOf(NOON, TEN_MINUTES_OF_FOUR)).isEqualTo(NOON);
    }

    @Test
    void the_earliest_room_is_filled_first_and_a_basket_spans_neighbours() {
        SlotPlan plan = plan(NOON.plusSeconds(130), 3_600, Map.of(NOON, 1, at(10), 0));

        assertThat(plan.fill(6))
                .hasValueSatisfying(parts ->
                        assertThat(parts).containsExactly(new Part(NOON, 1), new Part(at(20), 4), new Part(at(30), 1)));
        assertThat(plan.firstFree()).contains(NOON);
    }

    @Test
    void a_basket_over_two_slots_is_all_or_nothing() {
        SlotPlan plan = plan(NOON, 1_200, Map.of(NOON, 1));

        assertThat(plan.fill(5)).isPresent();
        assertThat(plan.fill(6)).isEmpty();
    }

    @Test
    void no_slot_ends_after_the_latest_moment() {
        assertThat(plan(NOON, 599, Map.of()).fill(1)).isEmpty();
        assertThat(plan(NOON, 600, Map.of()).fill(4)).isPresent();
        assertThat(plan(NOON, 600, Map.of()).fill(5)).isEmpty();
    }

    @Test
    void a_slot_below_its_lowered_capacity_is_full() {
        assertThat(plan(NOON, 600, Map.of(NOON, -2)).firstFree()).isEmpty();
    }

    private static SlotPlan plan(Instant from, long seconds, Map<Instant, Integer> free) {
        return new SlotPlan(TEN_MINUTES_OF_FOUR, from, NOON.plusSeconds(seconds), free);
    }

    private static Instant at(int minutes) {
        return NOON.plusSeconds(minutes * 60L);
    }
}
