package io.sirenorder.store.menu;

import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.problem.InvalidRequest;
import java.util.List;

/** Checks the form of lines to be bought: 1 to 20 of them, 1 to 99 pieces each. */
public final class WantedLines {
    private static final int MAX_LINES = 20;
    private static final int MAX_QUANTITY = 99;

    private WantedLines() {}

    /** Fails with {@link InvalidRequest} that names the line and the member. */
    public static void check(List<QuoteRequest.Line> lines) {
        if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new InvalidRequest("lines", "must be between 1 and " + MAX_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), "lines[" + i + "]");
        }
    }

    private static void check(QuoteRequest.Line line, String field) {
        if (line == null || line.menuItemId() == null) {
            throw new InvalidRequest(field + ".menuItemId", "must be given");
        }
        if (line.quantity() < 1 || line.quantity() > MAX_QUANTITY) {
            throw new InvalidRequest(field + ".quantity", "must be between 1 and " + MAX_QUANTITY);
        }
    }
}
