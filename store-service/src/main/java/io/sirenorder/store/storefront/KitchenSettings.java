package io.sirenorder.store.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Settings of a store's kitchen, whole: an absent number means the house's.
 *
 * @param prepMinutes from the order until the first piece is ready
 * @param secondsPerUnit for each piece that waits or is being made
 * @param windowMinutes length of the ready window without slots
 * @param slotMinutes length of a slot on the grid from 00:00 in Korea; null: no slots, the kitchen has no limit
 * @param unitsPerSlot pieces that a slot takes; set exactly with {@code slotMinutes}
 * @param collection handing over of finished orders
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KitchenSettings(
        @Nullable @Min(1) @Max(60) Integer prepMinutes,
        @Nullable @Min(0) @Max(600) Integer secondsPerUnit,
        @Nullable @Min(5) @Max(30) Integer windowMinutes,
        @Nullable @Min(5) @Max(30) Integer slotMinutes,
        @Nullable @Min(1) @Max(500) Integer unitsPerSlot,
        @Nullable @Valid Collection collection) {
    static final KitchenSettings NONE = new KitchenSettings(null, null, null, null, null, null);
    private static final Set<Integer> SLOTS = Set.of(5, 10, 15, 30);

    /** Whether the buyer has to show a code. */
    @Schema(name = "CollectionProof")
    public enum Confirm {
        NONE,
        CODE
    }

    /**
     * Handing over of finished orders.
     *
     * @param unclaimedAfterMinutes after which an order that was not fetched is unclaimed; null: the house's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CollectionSettings")
    public record Collection(
            @NotNull Confirm confirm,
            @Nullable @Min(15) @Max(240) Integer unclaimedAfterMinutes) {}

    /** Checks what annotations can't say. */
    void check() {
        if (slotMinutes != null && !SLOTS.contains(slotMinutes)) {
            throw new InvalidRequest("slotMinutes", "must be 5, 10, 15, 30 or null");
        }
        if ((slotMinutes == null) != (unitsPerSlot == null)) {
            throw new InvalidRequest("unitsPerSlot", "must be given exactly where slotMinutes is");
        }
    }

    public boolean hasSlots() {
        return slotMinutes != null;
    }

    public boolean asksForCode() {
        return collection != null && collection.confirm() == Confirm.CODE;
    }

    /** Null where the house's time holds. */
    public Integer unclaimedAfterMinutes() {
        return collection == null ? null : collection.unclaimedAfterMinutes();
    }
}
