package io.sirenorder.merchant.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for days to be sealed, beside a long past that is sealed. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class OpenDaysTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** For an index that became deeper, and pages that other tests filled meanwhile. */
    private static final long FEW_BLOCKS = 40;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));

    @Inject
    Pool pool;

    @Inject
    Statements statements;

    @Inject
    StatementSealer sealer;

    @Test
    void sealing_reads_no_more_when_the_sealed_past_grows() {
        long young = blocks(Statements.OPEN);
        growSealedPast();
        assertThat(blocks(Statements.OPEN) - young)
                .as("blocks read for 10,000 sealed entries")
                .isLessThan(FEW_BLOCKS);
    }

    @Test
    void comparing_reads_no_more_when_the_sealed_past_grows() {
        growSealedPast();
        run("UPDATE seal_check SET wallet_id = '00000000-0000-0000-0000-000000000000', day = '2000-01-01'");
        JsonObject limit = plan(SealChecks.NEXT);
        JsonObject scan = limit.getJsonArray("Plans").stream()
                .map(JsonObject.class::cast)
                .filter(node -> "wallet_days".equals(node.getString("Relation Name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(limit.encodePrettily()));
        assertThat(scan.getLong("Actual Rows")).as(scan.encode()).isEqualTo(100);
    }

    @Test
    void a_day_is_open_from_its_first_entry_until_it_is_sealed() {
        WalletId wallet = wallet();
        book(wallet, 2, 3);
        assertThat(opened(wallet)).containsExactly(today.minusDays(2), today.minusDays(1));
        sealer.seal().await().atMost(LIMIT);
        assertThat(opened(wallet)).isEmpty();
        assertThat(statements
                        .seals(wallet, today.minusDays(2), today)
                        .await()
                        .atMost(LIMIT)
                        .keySet())
                .containsExactlyInAnyOrder(today.minusDays(2), today.minusDays(1));
    }

    @Test
    void a_day_that_a_release_without_open_days_sealed_is_closed_at_the_next_look() {
        WalletId wallet = wallet();
        book(wallet, 1, 1);
        sealAsBefore(wallet);
        assertThat(opened(wallet)).containsExactly(today.minusDays(1));
        sealer.seal().await().atMost(LIMIT);
        assertThat(opened(wallet)).isEmpty();
    }

    private List<LocalDate> opened(WalletId wallet) {
        return statements.open(1_000).await().atMost(LIMIT).stream()
                .filter(open -> open.wallet().equals(wallet))
                .map(Statements.OpenDay::day)
                .toList();
    }

    private void growSealedPast() {
        sealedPast(wallet(), 500);
        sealedPast(wallet(), 500);
        for (String table : List.of("wallet_open_days", "wallet_entries", "wallet_splits", "wallet_days")) {
            run("VACUUM (ANALYZE) " + table);
        }
    }

    private void sealedPast(WalletId wallet, int days) {
        book(wallet, days, 10);
        sealAsBefore(wallet);
        execute("DELETE FROM wallet_open_days WHERE wallet_id = $1", Tuple.of(wallet.value()));
    }

    /** Books entries at noon of the days before today. */
    private void book(WalletId wallet, int days, int each) {
        execute("""
                WITH entries AS (
                  INSERT INTO wallet_entries
                    (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, number, at, booked_day)
                  SELECT gen_random_uuid(), $1, gen_random_uuid(), 'SALE', 4500, 4500, 'CARD', 'A-1',
                    day + interval '12 hours', day::date
                  FROM generate_series($2::date - $3::integer, $2::date - 1, interval '1 day') AS day, generate_series(1, $4)
                  RETURNING id, amount_krw)
                INSERT INTO wallet_splits (entry_id, amount_krw, card_krw, points_krw, coupon_krw, gift_krw, funder)
                SELECT id, amount_krw, amount_krw, 0, 0, 0, 'BUYER' FROM entries
                """, Tuple.of(wallet.value(), today, days, each));
    }

    private void sealAsBefore(WalletId wallet) {
        execute("""
                INSERT INTO wallet_days (wallet_id, day, sales, sales_krw, reversals, reversals_krw, card_krw, points_krw,
                  coupon_krw, gift_krw, digest)
                SELECT wallet_id, booked_day, count(*), sum(amount_krw), 0, 0, sum(amount_krw), 0, 0, 0, sha256('seal')
                FROM wallet_entries WHERE wallet_id = $1 GROUP BY wallet_id, booked_day ON CONFLICT DO NOTHING
                """, Tuple.of(wallet.value()));
    }

    /** Blocks that the search touches, in memory or not. */
    private long blocks(String search) {
        JsonObject root = plan(search);
        return root.getLong("Shared Hit Blocks") + root.getLong("Shared Read Blocks");
    }

    private JsonObject plan(String search) {
        String plan = pool.query("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + search.replace("$1", "100"))
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getValue(0)
                .toString();
        return new JsonArray(plan).getJsonObject(0).getJsonObject("Plan");
    }

    private void run(String sql) {
        execute(sql, Tuple.tuple());
    }

    /** Grants a statement that prepares a test more time than the service's own have: it writes what a year writes. */
    private void execute(String sql, Tuple values) {
        pool.withConnection(connection -> connection
                        .query("SET statement_timeout = '30s'")
                        .execute()
                        .chain(() -> connection.preparedQuery(sql).execute(values))
                        .onTermination()
                        .call(() -> connection.query("RESET statement_timeout").execute()))
                .await()
                .atMost(LIMIT);
    }

    private static WalletId wallet() {
        return WalletId.fromString(Registrations.fresh().getString("walletId"));
    }
}
