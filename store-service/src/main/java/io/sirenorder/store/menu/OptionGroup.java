package io.sirenorder.store.menu;

import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.kit.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A question about an item, of which exactly one answer is chosen; the first is the default. */
record OptionGroup(
        @NotBlank @Pattern(regexp = "[a-z][a-zA-Z0-9]{0,29}")
        String key,

        @NotBlank @OneLine(max = 40) String name,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid OptionChoice> choices) {

    Optional<OptionChoice> choice(String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /** The first choice that can be had there. */
    Optional<OptionChoice> byDefault(Pickup pickup) {
        return choices.stream().filter(choice -> choice.isFor(pickup)).findFirst();
    }

    long leastDeltaKrw() {
        return choices.stream().mapToLong(OptionChoice::priceDeltaKrw).min().orElse(0);
    }

    boolean hasDistinctChoices() {
        return choices.stream().map(OptionChoice::value).distinct().count() == choices.size();
    }
}
