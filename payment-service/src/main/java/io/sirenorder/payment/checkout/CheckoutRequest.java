package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.Paragraph;
import io.sirenorder.kit.text.Text;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish of a buyer: an order with {@code storeId}, {@code lines} and {@code pickup}, or a {@code gift}. */
public record CheckoutRequest(
        @Schema(required = true) Intent intent,
        @Schema(description = "Of an order") StoreId storeId,

        @Schema(description = "Of an order", minItems = 1, maxItems = MAX_LINES)
        List<Line> lines,

        @Schema(description = "Of an order") Pickup pickup,

        @Schema(description = "For the store, with an order; at most 20 characters")
        String note,

        @Schema(description = "To be taken in points", minimum = "0", maximum = "100000000", defaultValue = "0")
        Long points,

        @Schema(description = "Instead of an order") Gift gift) {
    static final int MAX_LINES = 20;
    static final int MAX_QUANTITY = 99;
    static final int MAX_NOTE = 20;
    static final int MAX_OPTIONS = 10;
    static final int MAX_OPTION = 40;
    static final long MAX_POINTS = 100_000_000;

    /** One line; options that are absent take each group's first choice. */
    @Schema(name = "CheckoutLine")
    public record Line(
            @Schema(required = true) MenuItemId menuItemId,

            @Schema(required = true, minimum = "1", maximum = "99")
            Integer quantity,

            @Schema(description = "The chosen value by option key", maxProperties = MAX_OPTIONS)
            Map<String, String> options) {
        QuoteRequest.Line wanted() {
            return new QuoteRequest.Line(menuItemId, quantity, options == null ? Map.of() : options);
        }

        void check(String field) {
            require(menuItemId != null, field + "menuItemId", "is missing");
            require(
                    quantity != null && quantity >= 1 && quantity <= MAX_QUANTITY,
                    field + "quantity",
                    "must be 1 to 99");
            require(options == null || options.size() <= MAX_OPTIONS, field + "options", "are too many");
            require(
                    options == null || options.entrySet().stream().allMatch(Line::isShort),
                    field + "options",
                    "are too long");
        }

        private static boolean isShort(Map.Entry<String, String> option) {
            return option.getValue() != null
                    && option.getKey().length() <= MAX_OPTION
                    && option.getValue().length() <= MAX_OPTION;
        }
    }

    /** Recipient and item of a gift; the address is hashed at once and never kept. */
    @Schema(name = "CheckoutGift")
    public record Gift(
            @Schema(required = true, format = "email") String to,
            @Schema(required = true) MenuItemId menuItemId,

            @Schema(required = true, minimum = "1", maximum = "99")
            Integer quantity,

            @Schema(description = "The chosen value by option key", maxProperties = MAX_OPTIONS)
            Map<String, String> options,

            @Paragraph(max = MAX_MESSAGE) String message,

            @Schema(
                    enumeration = {"card1", "card2", "card3"},
                    defaultValue = PLAIN_WRAP)
            String wrap) {
        static final int MAX_MESSAGE = 200;
        static final String PLAIN_WRAP = "card1";

        Line line() {
            return new Line(menuItemId, quantity, options);
        }

        void check() {
            line().check("gift.");
            require(isUpTo(message, MAX_MESSAGE), "gift.message", "must be at most 200 characters");
            require(wrap == null || wrap.matches("card[123]"), "gift.wrap", "must be card1, card2 or card3");
        }
    }

    long wantedPoints() {
        return points == null ? 0 : points;
    }

    /** Fails with {@link InvalidRequest} for what no store could answer. */
    void check() {
        require(intent != null, "intent", "is missing");
        require(wantedPoints() >= 0 && wantedPoints() <= MAX_POINTS, "points", "must not be negative");
        switch (intent) {
            case ORDER -> checkOrder();
            case GIFT -> checkGift();
        }
    }

    private void checkOrder() {
        require(gift == null, "gift", "does not belong to an order");
        require(storeId != null, "storeId", "is missing");
        require(pickup != null, "pickup", "is missing");
        require(isUpTo(note, MAX_NOTE), "note", "must be at most 20 characters");
        require(lines != null && !lines.isEmpty() && lines.size() <= MAX_LINES, "lines", "must be 1 to 20");
        for (int i = 0; i < lines.size(); i++) {
            require(lines.get(i) != null, "lines[" + i + "]", "is missing");
            lines.get(i).check("lines[" + i + "].");
        }
    }

    private void checkGift() {
        require(
                storeId == null && lines == null && pickup == null && note == null,
                "storeId",
                "does not belong to a gift");
        require(gift != null, "gift", "is missing");
        gift.check();
    }

    private static boolean isUpTo(String text, int characters) {
        return text == null || Text.isUpTo(text, characters);
    }

    private static void require(boolean fine, String field, String why) {
        if (!fine) {
            throw new InvalidRequest(field, why);
        }
    }
}
