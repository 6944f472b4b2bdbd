package io.sirenorder.store.storefront;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** End of a pause, within today's hours. */
record Pause(@NotNull Instant until) {}
