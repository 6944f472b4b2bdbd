package io.sirenorder.store.menu;

import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.OneLine;
import io.sirenorder.kit.text.Paragraph;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * An item as the operator wants it on the menu, whole: what is absent is gone.
 *
 * @param nutrition by size, as in the option group of that name; an item of one size has one entry of any name
 * @param onSale false takes it off the menu everywhere; absent means true
 * @param prepUnits kitchen work of one piece; absent: 1, and 0 for a product
 * @param position place on the menu; absent: after all that have one, by id
 */
record MenuItemDescription(
        @NotBlank @OneLine(max = 40) String name,
        @NotBlank @OneLine(max = 60) String englishName,
        @NotNull MenuCategory category,
        @NotNull @Min(0) @Max(1_000_000) Long priceKrw,

        @Pattern(regexp = "https://[^\\s\"<>]+") @Size(max = 500)
        String thumbnailUrl,

        @Paragraph(max = 1000) String description,
        @Size(max = 30) List<@NotBlank @OneLine(max = 30) String> allergens,
        @Size(max = 20) Map<@NotBlank @Size(max = 30) String, @NotNull @Valid Nutrition> nutrition,
        @Size(max = 10) List<@NotNull @Valid OptionGroup> optionGroups,
        Boolean onSale,
        @Min(0) @Max(20) Integer prepUnits,
        @Min(0) @Max(9_999) Integer position) {

    MenuItemDescription {
        allergens = allergens == null ? List.of() : allergens;
        nutrition = nutrition == null ? Map.of() : nutrition;
        optionGroups = optionGroups == null ? List.of() : optionGroups;
        onSale = onSale == null || onSale;
    }

    /** Checks what annotations can't say. */
    void check() {
        long keys = optionGroups.stream().map(OptionGroup::key).distinct().count();
        if (keys != optionGroups.size() || !optionGroups.stream().allMatch(OptionGroup::hasDistinctChoices)) {
            throw new InvalidRequest("optionGroups", "must not repeat a key or a value");
        }
        if (priceKrw
                        + optionGroups.stream()
                                .mapToLong(OptionGroup::leastDeltaKrw)
                                .sum()
                < 0) {
            throw new InvalidRequest("priceKrw", "must not fall below zero by its options");
        }
    }
}
