package io.sirenorder.store.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** By how many minutes an accepted order will be later. */
record Delay(@NotNull @Min(1) @Max(60) Integer minutes) {}
