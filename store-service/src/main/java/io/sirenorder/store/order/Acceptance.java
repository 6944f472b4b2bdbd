package io.sirenorder.store.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** In how many minutes an order will be ready; absent: as promised when it was paid. */
record Acceptance(@Min(1) @Max(120) Integer minutes) {}
