package io.sirenorder.store.menu;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Nutrition of one serving of a size. */
record Nutrition(
        @Min(0) @Max(10_000) int millilitres,
        @Min(0) @Max(10_000) int kilocalories,
        @Min(0) @Max(1_000) int sugarGrams,
        @Min(0) @Max(1_000) int proteinGrams,
        @Min(0) @Max(1_000) int saturatedFatGrams,
        @Min(0) @Max(100_000) int sodiumMilligrams,
        @Min(0) @Max(10_000) int caffeineMilligrams) {}
