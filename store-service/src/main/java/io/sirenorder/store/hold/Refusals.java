package io.sirenorder.store.hold;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.store.menu.Basket;
import io.sirenorder.store.menu.ItemUnavailable;
import java.util.Optional;

/** Words a refusal for want of room so that a client can act on it. */
public final class Refusals {
    private Refusals() {}

    /** Names the lines that are short, and the buyer's own hold where they have one. */
    public static Problem named(Problem refusal, Basket basket, Optional<CheckoutId> own) {
        if (refusal instanceof KitchenFull full) {
            return full.withOwn(own);
        }
        return refusal instanceof ItemUnavailable shortage ? shortage.in(basket, own) : refusal;
    }
}
