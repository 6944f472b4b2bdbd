package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.store.storefront.Store;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Priced lines and the work that they are for a kitchen.
 *
 * @param units pieces made by hand
 */
public record Basket(List<OrderLine> lines, int units) {
    /** More than any sum that a table may hold. */
    public static final Krw MOST = Krw.of(100_000_000);

    /** The sum; {@link InvalidRequest} above {@link #MOST}. */
    public Krw totalKrw() {
        Krw total = lines.stream().map(OrderLine::totalKrw).reduce(Krw.ZERO, Krw::plus);
        if (total.compareTo(MOST) > 0) {
            throw new InvalidRequest("lines", "must not cost more than " + MOST.won() + " won together");
        }
        return total;
    }

    /** Pieces by item, lines of one item summed, in the order of the items' ids. */
    public SortedMap<MenuItemId, Integer> pieces() {
        SortedMap<MenuItemId, Integer> pieces = new TreeMap<>(Comparator.comparing(MenuItemId::value));
        lines.forEach(line -> pieces.merge(line.menuItemId(), line.quantity(), Integer::sum));
        return pieces;
    }

    /** The answer to a checkout at a store. */
    public Quote quote(Store store, Promise promise) {
        return new Quote(store.id(), store.name(), lines, totalKrw(), store.portoneMerchantCode(), promise, units);
    }
}
