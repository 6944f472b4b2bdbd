package io.sirenorder.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blocks that each kind of statement has read per call between two moments (pg_stat_statements). */
final class StatementReads {
    /**
     * A kind of statement in one database.
     *
     * @param text with $1, $2 and so on for its values
     */
    record Kind(String service, String text) {}

    /**
     * The cost of its calls.
     *
     * @param blocks of 8 KiB that it read from the cache or from disk
     */
    record Cost(long calls, long blocks, double millis) {
        Cost since(Cost earlier) {
            return new Cost(calls - earlier.calls, blocks - earlier.blocks, millis - earlier.millis);
        }

        double blocksPerCall() {
            return blocks / (double) Math.max(1, calls);
        }

        double millisPerCall() {
            return millis / Math.max(1, calls);
        }
    }

    private static final Cost NOTHING = new Cost(0, 0, 0);
    private static final String READ = """
            SELECT datname, query, sum(calls)::bigint AS calls, sum(shared_blks_hit + shared_blks_read)::bigint AS blocks,
                   sum(total_exec_time) AS millis
            FROM statistics.pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE datname IN ('merchant', 'store', 'payment', 'coupon') GROUP BY datname, query
            """;

    private final Map<Kind, Cost> byKind;

    private StatementReads(Map<Kind, Cost> byKind) {
        this.byKind = byKind;
    }

    static StatementReads soFar(SuperuserSql sql) {
        Map<Kind, Cost> found = new LinkedHashMap<>();
        try (Connection connection = sql.connect("store");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            while (row.next()) {
                found.put(
                        new Kind(row.getString("datname"), row.getString("query")),
                        new Cost(row.getLong("calls"), row.getLong("blocks"), row.getDouble("millis")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's statistics can't be read", e);
        }
        return new StatementReads(found);
    }

    StatementReads since(StatementReads earlier) {
        Map<Kind, Cost> between = new LinkedHashMap<>();
        byKind.forEach((kind, cost) -> between.put(kind, cost.since(earlier.byKind.getOrDefault(kind, NOTHING))));
        between.values().removeIf(cost -> cost.calls() == 0);
        return new StatementReads(between);
    }

    /** The kinds that read more blocks per call here than before, by the given factor at least; the greatest first. */
    List<Kind> grownFrom(StatementReads before, double factor, double leastBlocks) {
        List<Kind> grown = new ArrayList<>(byKind.keySet());
        grown.removeIf(kind -> !before.byKind.containsKey(kind)
                || cost(kind).blocksPerCall() < leastBlocks
                || cost(kind).blocksPerCall() < factor * before.cost(kind).blocksPerCall());
        grown.sort(
                Comparator.comparingDouble((Kind kind) -> cost(kind).blocks()).reversed());
        return grown;
    }

    Cost cost(Kind kind) {
        return byKind.getOrDefault(kind, NOTHING);
    }
}
