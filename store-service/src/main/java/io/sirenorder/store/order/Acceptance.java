package io.sirenorder.store.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** In how many minutes an order will be ready. */
record Acceptance(@NotNull @Min(1) @Max(120) Integer minutes) {}
