package io.sirenorder.store.menu;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.kit.problem.Conflict;
import io.sirenorder.store.stock.Shortage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An item is sold out at the store, or too few pieces of it are left. */
public class ItemUnavailable extends Conflict {
    private final transient List<Shortage> shortages;
    private final transient Map<String, Object> members;

    /** An item that is struck out. */
    public ItemUnavailable(String itemName) {
        this(itemName, List.of(), Map.of());
    }

    /** Counted items of which too few are left. */
    public ItemUnavailable(List<Shortage> shortages) {
        this(shortages.isEmpty() ? "" : shortages.get(0).item().value(), shortages, Map.of());
    }

    private ItemUnavailable(String itemName, List<Shortage> shortages, Map<String, Object> members) {
        super(itemName);
        this.shortages = shortages;
        this.members = members;
    }

    /**
     * Names the lines that are short and how many pieces of each are left.
     *
     * @param own another checkout of the same buyer that holds pieces here, or empty
     */
    public ItemUnavailable in(Basket basket, Optional<CheckoutId> own) {
        if (shortages.isEmpty()) {
            return this;
        }
        List<Integer> lines = IntStream.range(0, basket.lines().size())
                .filter(i -> left(basket.lines().get(i).menuItemId()).isPresent())
                .boxed()
                .toList();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("lines", lines);
        named.put(
                "remaining",
                lines.stream()
                        .map(i -> left(basket.lines().get(i).menuItemId()).orElseThrow())
                        .toList());
        own.ifPresent(checkout -> named.put("ownCheckoutId", checkout));
        return new ItemUnavailable(basket.lines().get(lines.get(0)).name(), shortages, named);
    }

    private Optional<Integer> left(MenuItemId item) {
        return shortages.stream()
                .filter(shortage -> shortage.item().equals(item))
                .map(Shortage::remaining)
                .findFirst();
    }

    @Override
    public Map<String, Object> extensions() {
        return members;
    }
}
