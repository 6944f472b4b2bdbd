package io.sirenorder.payment.legacy;

import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.payment.legacy.LegacyCustomData.Item;
import io.sirenorder.payment.legacy.MenuApi.Choice;
import io.sirenorder.payment.legacy.MenuApi.Detail;
import io.sirenorder.payment.legacy.MenuApi.Group;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Translates the original app's words about an item into choices of the menu; words that the item does not ask for are left out. */
final class LegacyChoices {
    private static final Map<String, String> SYNONYMS = Map.of(
            "COLD", "ICED",
            "ICE", "ICED",
            "일회용컵", "DISPOSABLE",
            "개인컵", "OWN",
            "매장컵", "STORE");

    private LegacyChoices() {}

    static Map<String, String> of(Item item, Detail detail) {
        Map<String, String> chosen = new HashMap<>();
        for (Group group : detail.optionGroups()) {
            String said = said(item, group.key());
            if (said != null) {
                chosen.put(group.key(), choice(group, said));
            }
        }
        return chosen;
    }

    private static String said(Item item, String key) {
        return switch (key) {
            case "size" -> item.size();
            case "temperature" -> item.temperature();
            case "cup" -> item.cup();
            default -> null;
        };
    }

    private static String choice(Group group, String said) {
        String word = SYNONYMS.getOrDefault(said.toUpperCase(Locale.ROOT), said);
        return group.choices().stream()
                .filter(each -> each.value().equalsIgnoreCase(word) || said.equals(each.name()))
                .map(Choice::value)
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(group.key(), "must be one of the item's choices"));
    }
}
