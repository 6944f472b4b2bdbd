package io.sirenorder.store.order;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

/** Four digits that the buyer shows at the counter, where the store asks for them; else absent. */
record PickupCode(@Nullable @Pattern(regexp = "[0-9]{4}") String code) {}
