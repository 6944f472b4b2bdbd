package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.coupon.time.Validity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A coupon that an operator wants to publish.
 *
 * @param quantity one when absent
 * @param validFor the configured validity when absent
 */
record Publication(
        @NotNull MenuItemId menuItemId,
        @Schema(defaultValue = "1") @Min(1) @Max(99) Integer quantity,
        Validity validFor) {
    Publication {
        quantity = quantity == null ? Integer.valueOf(1) : quantity;
    }
}
