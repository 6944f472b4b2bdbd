package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An item at the price that holds in one place. */
record PricedItem(MenuItem item, Krw priceKrw) {

    /** The line with every option settled and its price; {@code field} names it in a refusal. */
    OrderLine line(QuoteRequest.Line wanted, Pickup pickup, String field) {
        Map<String, String> asked = wanted.options() == null ? Map.of() : wanted.options();
        refuseUnknown(asked.keySet(), field);
        Map<String, String> chosen = new LinkedHashMap<>();
        List<String> choices = new ArrayList<>();
        Krw extras = Krw.ZERO;
        for (OptionGroup group : item.optionGroups()) {
            OptionChoice choice = choose(group, asked, pickup, field);
            chosen.put(group.key(), choice.value());
            choices.add(choice.name());
            extras = extras.plus(Krw.of(choice.priceDeltaKrw()));
        }
        return new OrderLine(
                item.id(),
                item.name(),
                wanted.quantity(),
                chosen,
                atLeastZero(priceKrw.plus(extras)),
                item.englishName(),
                choices,
                isDearer() ? atLeastZero(item.priceKrw().plus(extras)) : null);
    }

    private boolean isDearer() {
        return priceKrw.compareTo(item.priceKrw()) > 0;
    }

    private void refuseUnknown(Set<String> keys, String field) {
        Set<String> known =
                Set.copyOf(item.optionGroups().stream().map(OptionGroup::key).toList());
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new InvalidRequest(field + ".options", "has no such option for this item");
        });
    }

    private static OptionChoice choose(OptionGroup group, Map<String, String> asked, Pickup pickup, String field) {
        if (!asked.containsKey(group.key())) {
            return group.byDefault(pickup).orElseThrow(() -> notThere(group, field));
        }
        return group.choice(asked.get(group.key()))
                .filter(choice -> choice.isFor(pickup))
                .orElseThrow(() -> notThere(group, field));
    }

    private static InvalidRequest notThere(OptionGroup group, String field) {
        return new InvalidRequest(field + ".options." + group.key(), "must be one of the item's choices");
    }

    /** A store's own price may be lower than what its cheapest options take off. */
    private static Krw atLeastZero(Krw price) {
        return price.compareTo(Krw.ZERO) < 0 ? Krw.ZERO : price;
    }
}
