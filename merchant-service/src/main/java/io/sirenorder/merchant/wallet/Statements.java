package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.WalletId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the days of wallets, and seals them. */
@ApplicationScoped
class Statements {
    private static final String OF_WALLET = """
            SELECT entry.id, entry.at, coalesce(entry.part_of, entry.order_id) AS order_id, entry.number, entry.kind, entry.amount_krw,
              split.card_krw, split.points_krw, split.coupon_krw, split.gift_krw, split.funder
            FROM wallet_entries AS entry LEFT JOIN wallet_splits AS split ON split.entry_id = entry.id
            WHERE entry.wallet_id = $1 AND entry.booked_day = $2 ORDER BY entry.at, entry.id
            """;
    private static final String SUMS_OF_WALLET = """
            SELECT entry.booked_day, count(*) FILTER (WHERE kind = 'SALE') AS sales,
              coalesce(sum(entry.amount_krw) FILTER (WHERE kind = 'SALE'), 0)::bigint AS sales_krw,
              count(*) FILTER (WHERE kind = 'REVERSAL') AS reversals,
              coalesce(sum(entry.amount_krw) FILTER (WHERE kind = 'REVERSAL'), 0)::bigint AS reversals_krw,
              coalesce(sum(card_krw), 0)::bigint AS card_krw, coalesce(sum(points_krw), 0)::bigint AS points_krw,
              coalesce(sum(coupon_krw), 0)::bigint AS coupon_krw, coalesce(sum(gift_krw), 0)::bigint AS gift_krw,
              coalesce(sum(entry.amount_krw) FILTER (WHERE split.entry_id IS NULL), 0)::bigint AS unknown_krw
            FROM wallet_entries AS entry LEFT JOIN wallet_splits AS split ON split.entry_id = entry.id
            WHERE entry.wallet_id = $1 AND entry.booked_day BETWEEN $2 AND $3
            GROUP BY entry.booked_day ORDER BY entry.booked_day
            """;
    private static final String SEALED =
            "SELECT day, digest, sealed_at FROM wallet_days WHERE wallet_id = $1 AND day BETWEEN $2 AND $3";
    /**
     * Days that ended ten minutes ago or longer, all of whose entries are split. The inner LIMIT keeps it one look at each of
     * them; without it, the planner may join all entries of all days.
     */
    static final String OPEN = """
            SELECT wallet_id, day FROM wallet_open_days AS open
            WHERE day < ((now() - interval '10 minutes') AT TIME ZONE 'Asia/Seoul')::date
              AND (SELECT 'unknown' FROM wallet_entries AS entry LEFT JOIN wallet_splits AS split ON split.entry_id = entry.id
                WHERE entry.wallet_id = open.wallet_id AND entry.booked_day = open.day
                  AND (entry.charged_krw IS NULL OR split.entry_id IS NULL)
                LIMIT 1) IS NULL
            ORDER BY day, wallet_id LIMIT $1
            """;

    private static final String SEAL = """
            WITH closed AS (DELETE FROM wallet_open_days WHERE wallet_id = $1 AND day = $2)
            INSERT INTO wallet_days (wallet_id, day, sales, sales_krw, reversals, reversals_krw, card_krw, points_krw,
              coupon_krw, gift_krw, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (wallet_id, day) DO NOTHING
            """;

    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    /** A day of a wallet that can be sealed. */
    record OpenDay(WalletId wallet, LocalDate day) {}

    /** The statement of one day, without lines where nothing was booked. */
    Uni<DayStatement> of(WalletId wallet, LocalDate day) {
        return pool.preparedQuery(OF_WALLET)
                .execute(Tuple.of(wallet.value(), day))
                .map(rows -> new DayStatement(
                        day,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(Statements::line)
                                .toList()));
    }

    /** The sums of the days of a wallet with entries, by day. */
    Uni<SortedMap<LocalDate, DayTotals>> totals(WalletId wallet, Days days) {
        return pool.preparedQuery(SUMS_OF_WALLET)
                .execute(Tuple.of(wallet.value(), days.from(), days.to()))
                .map(rows -> {
                    SortedMap<LocalDate, DayTotals> found = new TreeMap<>();
                    rows.forEach(row -> found.put(row.getLocalDate("booked_day"), totals(row)));
                    return found;
                });
    }

    /** Reads counts and sums from the columns of that name. */
    static DayTotals totals(Row row) {
        long sales = row.getLong("sales_krw");
        long reversals = row.getLong("reversals_krw");
        DayTotals.ByTender tenders = new DayTotals.ByTender(
                row.getLong("card_krw"),
                row.getLong("points_krw"),
                row.getLong("coupon_krw"),
                row.getLong("gift_krw"),
                row.getLong("unknown_krw"));
        return new DayTotals(
                row.getLong("sales"),
                sales,
                row.getLong("reversals"),
                reversals,
                Math.addExact(sales, reversals),
                tenders);
    }

    /** The seals of a wallet's days. */
    Uni<Map<LocalDate, Seal>> seals(WalletId wallet, LocalDate from, LocalDate to) {
        return pool.preparedQuery(SEALED)
                .execute(Tuple.of(wallet.value(), from, to))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getLocalDate("day"), Statements::seal)));
    }

    Uni<Optional<Seal>> seal(WalletId wallet, LocalDate day) {
        return seals(wallet, day, day).map(found -> Optional.ofNullable(found.get(day)));
    }

    Uni<List<OpenDay>> open(int limit) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new OpenDay(new WalletId(row.getUUID("wallet_id")), row.getLocalDate("day")))
                        .toList());
    }

    /** Seals a day as it is; a day that is sealed already stays as it was. */
    Uni<Void> seal(WalletId wallet, DayStatement statement) {
        DayTotals totals = statement.totals();
        Tuple row = Tuple.from(new Object[] {
            wallet.value(),
            statement.day(),
            Math.toIntExact(totals.sales()),
            totals.salesKrw(),
            Math.toIntExact(totals.reversals()),
            totals.reversalsKrw(),
            totals.byTender().cardKrw(),
            totals.byTender().pointsKrw(),
            totals.byTender().couponKrw(),
            totals.byTender().giftKrw(),
            Buffer.buffer(HexFormat.of().parseHex(statement.digest()))
        });
        return pool.preparedQuery(SEAL).execute(row).replaceWithVoid();
    }

    private static StatementLine line(Row row) {
        return new StatementLine(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                new OrderId(row.getUUID("order_id")),
                row.getString("number"),
                EntryKind.valueOf(row.getString("kind")),
                row.getLong("amount_krw"),
                row.getString("funder") == null
                        ? null
                        : new StatementLine.Split(
                                row.getLong("card_krw"),
                                row.getLong("points_krw"),
                                row.getLong("coupon_krw"),
                                row.getLong("gift_krw"),
                                row.getString("funder")));
    }

    private static Seal seal(Row row) {
        return new Seal(
                HexFormat.of().formatHex(row.getBuffer("digest").getBytes()),
                row.getOffsetDateTime("sealed_at").toInstant());
    }
}
