package io.sirenorder.store.hold;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.kit.problem.Conflict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The kitchen has no time left for the order today, or none that may be promised now. */
public class KitchenFull extends Conflict {
    private final transient Optional<Instant> nextFree;
    private final transient Optional<CheckoutId> own;

    /**
     * Says when there is room, and what the buyer holds already.
     *
     * @param nextFree start of the first slot of today with any room, or empty
     * @param own another checkout of the same buyer that holds kitchen time here, or empty
     */
    public KitchenFull(Optional<Instant> nextFree, Optional<CheckoutId> own) {
        this.nextFree = nextFree;
        this.own = own;
    }

    KitchenFull withOwn(Optional<CheckoutId> checkout) {
        return new KitchenFull(nextFree, checkout);
    }

    @Override
    public Map<String, Object> extensions() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("nextFree", nextFree.orElse(null));
        own.ifPresent(checkout -> members.put("ownCheckoutId", checkout));
        return members;
    }
}
