package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.WalletId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Keeps how far the comparison of sealed days with the ledger has come, and what it found. */
@ApplicationScoped
class SealChecks {
    private static final int LISTED = 100;
    private static final String SEALED = """
            SELECT day.wallet_id, day.day, sales, sales_krw, reversals, reversals_krw, card_krw, points_krw, coupon_krw,
              gift_krw, 0 AS unknown_krw, digest FROM wallet_days AS day
            """;
    /** Subqueries instead of a join: the planner walks the primary key from there, and reads no more than the limit. */
    static final String NEXT = SEALED + """
            WHERE (day.wallet_id, day.day) > ((SELECT wallet_id FROM seal_check), (SELECT day FROM seal_check))
            ORDER BY day.wallet_id, day.day LIMIT $1
            """;

    private static final String KNOWN = SEALED + """
            JOIN broken_seals AS broken ON broken.wallet_id = day.wallet_id AND broken.day = day.day
            ORDER BY broken.found_at DESC LIMIT $1
            """;
    private static final String REACHED = "UPDATE seal_check SET wallet_id = $1, day = $2";
    private static final String FROM_THE_START = """
            UPDATE seal_check SET wallet_id = '00000000-0000-0000-0000-000000000000', day = '2000-01-01'""";
    private static final String ADD =
            "INSERT INTO broken_seals (wallet_id, day) VALUES ($1, $2) ON CONFLICT (wallet_id, day) DO NOTHING";
    private static final String REMOVE = "DELETE FROM broken_seals WHERE wallet_id = $1 AND day = $2";
    private static final String COUNT = "SELECT count(*) AS broken FROM broken_seals";
    private static final String LIST =
            "SELECT wallet_id, day, found_at FROM broken_seals ORDER BY found_at DESC, wallet_id, day LIMIT $1";

    private final Pool pool;

    SealChecks(Pool pool) {
        this.pool = pool;
    }

    /** The sealed days after those that were compared last; none after the last one. */
    Uni<List<SealedDay>> next(int limit) {
        return pool.preparedQuery(NEXT).execute(Tuple.of(limit)).map(rows -> list(rows, SealChecks::day));
    }

    /** Days that a comparison found to be broken. */
    Uni<List<SealedDay>> known(int limit) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(limit)).map(rows -> list(rows, SealChecks::day));
    }

    /** Goes on behind the last of these days; from the start again where there are none. */
    Uni<Void> reached(List<SealedDay> days) {
        if (days.isEmpty()) {
            return pool.query(FROM_THE_START).execute().replaceWithVoid();
        }
        SealedDay last = days.get(days.size() - 1);
        return pool.preparedQuery(REACHED).execute(key(last)).replaceWithVoid();
    }

    /** Notes a day that differs; false where it was noted before. */
    Uni<Boolean> add(SealedDay day) {
        return pool.preparedQuery(ADD).execute(key(day)).map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> remove(SealedDay day) {
        return pool.preparedQuery(REMOVE).execute(key(day)).replaceWithVoid();
    }

    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong("broken"));
    }

    /** The newest finds first. */
    Uni<List<BrokenSeal>> broken() {
        return pool.preparedQuery(LIST).execute(Tuple.of(LISTED)).map(rows -> list(rows, SealChecks::found));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static Tuple key(SealedDay day) {
        return Tuple.of(day.wallet().value(), day.day());
    }

    private static SealedDay day(Row row) {
        return new SealedDay(wallet(row), date(row), Statements.totals(row), digest(row));
    }

    private static BrokenSeal found(Row row) {
        return new BrokenSeal(
                wallet(row), date(row), row.getOffsetDateTime("found_at").toInstant());
    }

    private static WalletId wallet(Row row) {
        return new WalletId(row.getUUID("wallet_id"));
    }

    private static LocalDate date(Row row) {
        return row.getLocalDate("day");
    }

    private static String digest(Row row) {
        return HexFormat.of().formatHex(row.getBuffer("digest").getBytes());
    }
}
