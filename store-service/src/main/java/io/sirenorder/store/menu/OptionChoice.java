package io.sirenorder.store.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.kit.text.OneLine;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/**
 * One value of an option group.
 *
 * @param notFor where it can't be had: a disposable cup not for drinking in, as the law has it this year
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptionChoice(
        @NotBlank @Pattern(regexp = "[A-Z0-9_]{1,30}") String value,
        @NotBlank @OneLine(max = 40) String name,
        @Min(-100_000) @Max(100_000) long priceDeltaKrw,
        @Nullable Set<Pickup> notFor) {

    boolean isFor(Pickup pickup) {
        return pickup == null || notFor == null || !notFor.contains(pickup);
    }
}
