package io.sirenorder.store.order;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PagePosition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A query for orders, the newest first: of whom, filtered, and from where on. */
final class OrderSearch {
    private static final PageCursor CURSOR = new PageCursor("orders", 2);

    private final StringBuilder hql = new StringBuilder("select o.id from Order o where ");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private OrderSearch(String owner, String name, Object value) {
        hql.append(owner);
        values.put(name, value);
    }

    static OrderSearch ofBuyer(Collection<Recipient> buyer) {
        return new OrderSearch(
                "o.sale.buyer in :buyer",
                "buyer",
                buyer.stream().map(Recipient::value).toList());
    }

    static OrderSearch ofStore(StoreId store) {
        return new OrderSearch("o.sale.storeId = :store", "store", store.value());
    }

    /** All orders, for operators. */
    static OrderSearch ofAll() {
        return new OrderSearch("1 = :one", "one", 1);
    }

    /** Narrows the search by what is asked for; absent filters don't. */
    OrderSearch with(OrderFilter filter) {
        return andIf(
                        filter.storeId() == null ? null : filter.storeId().value(),
                        "o.sale.storeId = :at_store",
                        "at_store")
                .andIf(
                        filter.buyerId() == null
                                ? null
                                : Recipient.buyer(filter.buyerId()).value(),
                        "o.sale.buyer = :by",
                        "by")
                .andIf(filter.statuses().isEmpty() ? null : filter.statuses(), "o.status in :statuses", "statuses")
                .andIf(filter.ticket(), "o.sale.number = :number", "number")
                .andIf(filter.fromTime(), "o.placedAt >= :from", "from")
                .andIf(filter.toTime(), "o.placedAt < :to", "to");
    }

    private OrderSearch andIf(Object value, String condition, String name) {
        return value == null ? this : and(condition, name, value);
    }

    /** Limits the search to orders behind the end of the page before. */
    OrderSearch after(String cursor) {
        if (cursor == null) {
            return this;
        }
        PagePosition end = PagePosition.of(CURSOR, cursor);
        return and("o.placedAt <= :at", "at", end.at()).and("(o.placedAt < :at or o.id < :id)", "id", end.id());
    }

    static String cursor(OrderView last) {
        return CURSOR.encode(last.placedAt().toString(), last.orderId().toString());
    }

    Mutiny.SelectionQuery<UUID> ids(Mutiny.Session session) {
        Mutiny.SelectionQuery<UUID> query =
                session.createQuery(hql + " order by o.placedAt desc, o.id desc", UUID.class);
        values.forEach(query::setParameter);
        return query;
    }

    private OrderSearch and(String condition, String name, Object value) {
        hql.append(" and ").append(condition);
        values.put(name, value);
        return this;
    }
}
