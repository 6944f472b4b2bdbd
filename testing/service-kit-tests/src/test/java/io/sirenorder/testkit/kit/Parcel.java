package io.sirenorder.testkit.kit;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;

/** A body for a resource. */
record Parcel(
        @NotBlank String name,
        @Positive @Max(99) int quantity,
        boolean fragile,
        Krw price,
        StoreId store,
        Instant at,
        Colour colour,
        double weight,
        List<@Valid Item> items) {
    enum Colour {
        RED,
        BLUE
    }

    /** One thing in the parcel. */
    record Item(@NotBlank String label) {}
}
