package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.page.PagePosition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads balances and entries of wallets. */
@ApplicationScoped
class Wallets {
    /**
     * The sum of all entries, by days: a sealed day's sum is known and never changes, so that only the entries of days that
     * are not sealed are read. The index leads from one day with entries to the next.
     */
    private static final String BALANCE = """
            WITH RECURSIVE days AS (
              SELECT min(booked_day) AS day FROM wallet_entries WHERE wallet_id = $1
              UNION ALL
              SELECT (SELECT min(booked_day) FROM wallet_entries WHERE wallet_id = $1 AND booked_day > days.day)
              FROM days WHERE day IS NOT NULL)
            SELECT coalesce(sum(coalesce(
              sealed.sales_krw + sealed.reversals_krw,
              (SELECT sum(amount_krw) FROM wallet_entries WHERE wallet_id = $1 AND booked_day = days.day))), 0)::bigint AS balance
            FROM days LEFT JOIN wallet_days AS sealed ON sealed.wallet_id = $1 AND sealed.day = days.day
            WHERE days.day IS NOT NULL
            """;

    private static final String SELECT = """
            SELECT id, wallet_id, kind, amount_krw, coalesce(part_of, order_id) AS order_id, tender, at FROM wallet_entries
            """;
    private static final String ENTRIES = SELECT + """
            WHERE wallet_id = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
            """;
    /** An entry for a part has its own id for an order, which nobody asks for. */
    static final String OF_ORDER = SELECT + """
            WHERE order_id = $1 AND part_of IS NULL OR part_of = $1 ORDER BY at, kind DESC, id LIMIT 100
            """;

    private static final PageCursor CURSOR = new PageCursor("wallet-entries", 2);

    private final Pool pool;

    Wallets(Pool pool) {
        this.pool = pool;
    }

    Uni<Krw> balance(WalletId wallet) {
        return pool.preparedQuery(BALANCE)
                .execute(Tuple.of(wallet.value()))
                .map(rows -> Krw.of(rows.iterator().next().getLong("balance")));
    }

    /** Newest first. */
    Uni<Page<WalletEntry>> entries(WalletId wallet, String cursor, PageLimit limit) {
        PagePosition from = PagePosition.of(CURSOR, cursor);
        Tuple where = Tuple.of(wallet.value(), from.at().atOffset(ZoneOffset.UTC), from.id(), limit.plusOne());
        return pool.preparedQuery(ENTRIES)
                .execute(where)
                .map(rows ->
                        Page.of(list(rows), limit, last -> new PagePosition(last.at(), last.entryId()).cursor(CURSOR)));
    }

    /** A sale first, then what was taken back of it; at most a hundred. */
    Uni<List<WalletEntry>> ofOrder(OrderId order) {
        return pool.preparedQuery(OF_ORDER).execute(Tuple.of(order.value())).map(Wallets::list);
    }

    private static List<WalletEntry> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Wallets::entry)
                .toList();
    }

    private static WalletEntry entry(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("at");
        return new WalletEntry(
                row.getUUID("id"),
                new WalletId(row.getUUID("wallet_id")),
                EntryKind.valueOf(row.getString("kind")),
                Krw.of(row.getLong("amount_krw")),
                new OrderId(row.getUUID("order_id")),
                Tender.valueOf(row.getString("tender")),
                at.toInstant());
    }
}
