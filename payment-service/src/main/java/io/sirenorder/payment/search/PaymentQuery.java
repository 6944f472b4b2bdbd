package io.sirenorder.payment.search;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PagePosition;
import io.sirenorder.kit.problem.InvalidRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A search for payments as a list of SQL conditions, newest checkout first. */
final class PaymentQuery {
    private static final Set<String> REFUNDS = Set.of("DUE", "REQUESTED", "UNKNOWN", "DONE", "MANUAL", "SETTLED");
    private static final int LONGEST_ID = 128;
    private static final PageCursor CURSOR = new PageCursor("payments", 2);

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Tuple values = Tuple.tuple();

    PaymentQuery checkout(CheckoutId id) {
        return id == null ? this : and("c.id = $%d", id.value());
    }

    /** By PortOne's number, or by the merchant's number at PortOne. */
    PaymentQuery transaction(String id) {
        if (id == null) {
            return this;
        }
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new InvalidRequest("transactionId", "must have 1 to " + LONGEST_ID + " characters");
        }
        return and("c.portone_version IN ('V1', 'V2') AND c.transaction_id = $%d", id);
    }

    PaymentQuery buyer(BuyerId id) {
        return id == null ? this : and("c.buyer = $%d", Recipient.buyer(id).value());
    }

    PaymentQuery store(StoreId id) {
        return id == null ? this : and("c.store_id = $%d", id.value());
    }

    PaymentQuery account(String code) {
        return code == null ? this : and("c.account = $%d", code);
    }

    /** Statuses of refunds, separated by commas: payments with at least one such refund. */
    PaymentQuery refund(String statuses) {
        if (statuses == null) {
            return this;
        }
        List<String> wanted = List.of(statuses.split(",", -1));
        if (!REFUNDS.containsAll(wanted)) {
            throw new InvalidRequest(
                    "refund",
                    "must be some of "
                            + String.join(", ", REFUNDS.stream().sorted().toList()));
        }
        return and(
                "EXISTS (SELECT FROM refunds r WHERE r.checkout_id = c.id AND "
                        + "CASE WHEN r.settled_by IS NULL THEN r.status ELSE 'SETTLED' END = ANY ($%d))",
                wanted.toArray(String[]::new));
    }

    PaymentQuery from(Instant from) {
        return from == null ? this : and("c.created_at >= $%d", from.atOffset(ZoneOffset.UTC));
    }

    PaymentQuery to(Instant to) {
        return to == null ? this : and("c.created_at < $%d", to.atOffset(ZoneOffset.UTC));
    }

    /** Limits the query to payments after the item that ended the page before. */
    PaymentQuery after(String cursor) {
        if (cursor == null) {
            return this;
        }
        PagePosition end = PagePosition.of(CURSOR, cursor);
        return and("c.created_at <= $%d", end.at().atOffset(ZoneOffset.UTC))
                .and("(c.created_at, c.id) < ($" + values.size() + ", $%d)", end.id());
    }

    static String cursor(PaymentView last) {
        return CURSOR.encode(last.createdAt().toString(), last.checkoutId().toString());
    }

    String where(int limit) {
        return String.join(" AND ", conditions) + " ORDER BY c.created_at DESC, c.id DESC LIMIT " + limit;
    }

    Tuple values() {
        return values;
    }

    private PaymentQuery and(String condition, Object value) {
        values.addValue(value);
        conditions.add(condition.formatted(values.size()));
        return this;
    }
}
