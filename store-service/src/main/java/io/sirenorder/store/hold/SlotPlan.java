package io.sirenorder.store.hold;

import io.sirenorder.store.storefront.KitchenSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slots of a kitchen from a moment on, and the room in them. The grid begins at 00:00 in Korea, whose distance from UTC
 * every slot's length divides.
 *
 * @param from the first slot contains it
 * @param latest no slot may end later
 * @param free units by slot; slots that are not in it are empty
 */
record SlotPlan(KitchenSettings kitchen, Instant from, Instant latest, Map<Instant, Integer> free) {

    /** Units of one slot. */
    record Part(Instant slot, int units) {}

    /** Start of the slot that contains the moment. */
    static Instant slotOf(Instant at, KitchenSettings kitchen) {
        long seconds = length(kitchen).toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    static Duration length(KitchenSettings kitchen) {
        return Duration.ofMinutes(kitchen.slotMinutes());
    }

    /** The earliest slots that take so many units, neighbours spanned; empty where there is no room for all. */
    Optional<List<Part>> fill(int units) {
        List<Part> parts = new ArrayList<>();
        int left = units;
        for (Instant slot : slots().toList()) {
            int taken = Math.min(left, free(slot));
            if (taken > 0) {
                parts.add(new Part(slot, taken));
                left -= taken;
            }
            if (left == 0) {
                return Optional.of(parts);
            }
        }
        return Optional.empty();
    }

    /** The first slot with any room. */
    Optional<Instant> firstFree() {
        return slots().filter(slot -> free(slot) > 0).findFirst();
    }

    private Stream<Instant> slots() {
        Duration length = length(kitchen);
        return Stream.iterate(
                slotOf(from, kitchen), slot -> !slot.plus(length).isAfter(latest), slot -> slot.plus(length));
    }

    /** A slot whose capacity was lowered below what it has taken is full. */
    private int free(Instant slot) {
        return Math.max(0, free.getOrDefault(slot, kitchen.unitsPerSlot()));
    }
}
