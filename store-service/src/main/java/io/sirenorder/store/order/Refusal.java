package io.sirenorder.store.order;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merchant's refusal of an order, which the buyer reads.
 *
 * @param soldOut items of the order to strike out at the store, only with SOLD_OUT; absent strikes out none
 */
public record Refusal(
        @NotNull
        @Schema(
                type = SchemaType.STRING,
                enumeration = {"SOLD_OUT", "TOO_BUSY", "CLOSING", "CANNOT_PREPARE", "OTHER"})
        Reason reason,

        @Schema(description = "Required with OTHER") @OneLine(max = 200)
        String message,

        @Size(max = 20) List<@NotNull @Valid SoldOut> soldOut) {
    private static final Set<Reason> OF_MERCHANTS =
            EnumSet.of(Reason.SOLD_OUT, Reason.TOO_BUSY, Reason.CLOSING, Reason.CANNOT_PREPARE, Reason.OTHER);

    /**
     * An item that is sold out.
     *
     * @param until when it returns by itself; absent: at the end of the trading day
     */
    public record SoldOut(@NotNull MenuItemId menuItemId, Instant until) {}

    /** Checks what annotations can't say. */
    public void check() {
        if (!OF_MERCHANTS.contains(reason)) {
            throw new InvalidRequest("reason", "must be of " + OF_MERCHANTS);
        }
        if (reason == Reason.OTHER && (message == null || message.isBlank())) {
            throw new InvalidRequest("message", "must say why, where the reason is OTHER");
        }
        if (reason != Reason.SOLD_OUT && soldOut != null) {
            throw new InvalidRequest("soldOut", "must be absent unless the reason is SOLD_OUT");
        }
    }

    /** Checks that it strikes out only items of the order, until a moment to come. */
    void check(Order order, Instant now) {
        List<SoldOut> items = struck();
        for (int i = 0; i < items.size(); i++) {
            SoldOut item = items.get(i);
            if (!order.has(item.menuItemId())) {
                throw new InvalidRequest("soldOut[" + i + "].menuItemId", "must be an item of the order");
            }
            if (item.until() != null && !item.until().isAfter(now)) {
                throw new InvalidRequest("soldOut[" + i + "].until", "must be in the future");
            }
        }
    }

    List<SoldOut> struck() {
        return soldOut == null ? List.of() : soldOut;
    }
}
