package io.sirenorder.payment.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The custom data with which the original app pays without asking us first: {@code {type, data}}, the data often a JSON
 * text inside the JSON text. Read leniently, believed in nothing but what is wanted.
 */
public final class LegacyCustomData {
    private static final int MAX_UNWRAPS = 3;
    private static final int MAX_LINES = 20;
    private static final int LONGEST_SENDER = 20;

    private LegacyCustomData() {}

    /** The custom data name nothing that could be sold. */
    public static class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why);
        }
    }

    /** One thing off the menu, by the app's words; a word that is absent is null. */
    public record Item(String name, long count, String size, String temperature, String cup) {}

    /**
     * The wish in the custom data.
     *
     * @param storeId null for a gift
     * @param takeOut whether it is drunk elsewhere
     * @param to the e-mail a gift is for
     */
    public record Wish(
            Intent intent,
            String storeId,
            List<Item> items,
            boolean takeOut,
            String note,
            long points,
            String from,
            String to,
            String message,
            String wrap) {}

    /** Whether the custom data names a checkout, as this service's clients attach it. */
    public static boolean namesCheckout(String attachment) {
        try {
            return attachment != null
                    && unwrapped(TextNode.valueOf(attachment))
                            .path("checkoutId")
                            .isTextual();
        } catch (Unreadable broken) {
            return false;
        }
    }

    public static Wish read(String attachment) {
        if (attachment == null) {
            throw new Unreadable("no custom data");
        }
        JsonNode root = unwrapped(TextNode.valueOf(attachment));
        JsonNode data = root.has("data") ? unwrapped(root.path("data")) : root;
        return switch (root.path("type").asText("").toLowerCase(Locale.ROOT)) {
            case "order" -> order(data);
            case "gift" -> gift(unwrapped(data.path("giftInfo")));
            default -> throw new Unreadable("no known type");
        };
    }

    private static Wish order(JsonNode data) {
        JsonNode info = unwrapped(data.path("orderInfo"));
        List<JsonNode> deliveries = list(info.path("deliveryinfo"));
        List<Item> items = items(list(info.path("menus")), deliveries);
        JsonNode first = deliveries.isEmpty() ? MissingNode.getInstance() : deliveries.get(0);
        return new Wish(
                Intent.ORDER,
                text(data, "storeId"),
                items,
                first.path("take").asBoolean(true),
                text(first, "memo"),
                info.path("point").asLong(data.path("point").asLong(0)),
                null,
                null,
                null,
                null);
    }

    private static Wish gift(JsonNode info) {
        if (!info.isObject()) {
            throw new Unreadable("no gift");
        }
        return new Wish(
                Intent.GIFT,
                null,
                items(list(info.path("menu")), List.of()),
                true,
                null,
                info.path("point").asLong(0),
                sender(info),
                text(info, "to"),
                text(info, "message"),
                text(info, "wrappingtype"));
    }

    /** The name that the buyer's device gives: unverified, so short and on one line. */
    private static String sender(JsonNode info) {
        String from = text(info, "from");
        return from == null ? null : Text.shortened(from, LONGEST_SENDER);
    }

    private static List<Item> items(List<JsonNode> menus, List<JsonNode> deliveries) {
        if (menus.isEmpty() || menus.size() > MAX_LINES) {
            throw new Unreadable("no menu");
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < menus.size(); i++) {
            JsonNode choices = deliveries.isEmpty() ? menus.get(i) : deliveries.get(Math.min(i, deliveries.size() - 1));
            items.add(item(menus.get(i), choices));
        }
        return items;
    }

    private static Item item(JsonNode menu, JsonNode choices) {
        String name = menu.isTextual() ? Text.clean(menu.asText()) : first(menu, "menuItemId", "name");
        if (name == null) {
            throw new Unreadable("a menu without a name");
        }
        JsonNode count = menu.path("count").isMissingNode() ? menu.path("quantity") : menu.path("count");
        return new Item(
                name,
                count.isMissingNode() ? 1 : whole(count),
                text(choices, "size"),
                first(choices, "tempture", "temperature"),
                first(choices, "packagingMethod", "cup"));
    }

    /** Also of a number in a text; nothing, which is no count, for one that has a fraction, overflows or is none. */
    private static long whole(JsonNode count) {
        double number = count.isBoolean() ? 0 : count.asDouble(0);
        return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (long) number : 0;
    }

    /** An array, or the one thing that stands where an array is meant. */
    private static List<JsonNode> list(JsonNode node) {
        JsonNode bare = unwrapped(node);
        if (!bare.isArray()) {
            return bare.isObject() || bare.isTextual() ? List.of(bare) : List.of();
        }
        List<JsonNode> list = new ArrayList<>();
        bare.forEach(list::add);
        return list;
    }

    /** Parses JSON texts, also nested in texts; any other text stays itself. */
    private static JsonNode unwrapped(JsonNode node) {
        JsonNode bare = node;
        for (int i = 0; i < MAX_UNWRAPS && bare.isTextual() && isJson(bare.asText()); i++) {
            try {
                bare = Tolerant.mapper().readTree(bare.asText());
            } catch (JsonProcessingException e) {
                throw new Unreadable("broken JSON");
            }
        }
        return bare;
    }

    private static boolean isJson(String text) {
        return text.strip().matches("(?s)[{\\[\"].*");
    }

    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            if (text(node, field) != null) {
                return text(node, field);
            }
        }
        return null;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isTextual() ? Text.clean(value.asText()).strip() : "";
        return text.isEmpty() ? null : text;
    }
}
