package io.sirenorder.store.menu;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Whether the store has it.
 *
 * @param until when it will be there again, where that is known
 */
record ItemAvailability(@NotNull Boolean available, Instant until) {
    static final ItemAvailability THERE = new ItemAvailability(true, null);

    /** Sold out until then; null: until the till says otherwise. */
    static ItemAvailability soldOut(Instant until) {
        return new ItemAvailability(false, until);
    }
}
