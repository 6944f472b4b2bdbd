package io.sirenorder.store.order;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.time.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Filters of a list of orders, as the query names them; each may be null.
 *
 * @param status several with commas
 * @param number of the ticket
 * @param from first moment of placement, with a zone
 * @param to moment of placement that is not included any more, with a zone
 */
record OrderFilter(StoreId storeId, BuyerId buyerId, String status, String number, String from, String to) {
    private static final int LONGEST_NUMBER = 7;

    Set<OrderStatus> statuses() {
        if (status == null) {
            return Set.of();
        }
        try {
            return Arrays.stream(status.split(",", -1))
                    .map(OrderStatus::valueOf)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException bad) {
            throw new InvalidRequest("status", "must be of " + Arrays.toString(OrderStatus.values()));
        }
    }

    /** Number of the ticket, or null. */
    Integer ticket() {
        if (number == null) {
            return null;
        }
        if (!number.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            throw new InvalidRequest("number", "must be the number of a ticket");
        }
        return Integer.valueOf(number);
    }

    Instant fromTime() {
        return time("from", from);
    }

    Instant toTime() {
        return time("to", to);
    }

    private static Instant time(String field, String text) {
        try {
            return text == null
                    ? null
                    : Moments.bounded(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException bad) {
            throw new InvalidRequest(field, "must be a moment with a zone, like 2026-03-02T09:00:00+09:00");
        }
    }
}
