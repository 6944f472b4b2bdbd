package io.sirenorder.merchant.wallet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.coupon.CouponEvent.CouponUsed;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.coupon.CouponView;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SampleOrder;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days, splits and sealed statements of a wallet. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class WalletDayTest {
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Inject
    Pool pool;

    @Inject
    StatementSealer sealer;

    @Inject
    SplitBackfill backfill;

    @Inject
    SealChecker checker;

    @Inject
    MeterRegistry meters;

    private StoreId store;
    private WalletId wallet;
    private String token;

    @BeforeEach
    void register() {
        JsonPath ids = Registrations.fresh();
        store = StoreId.fromString(ids.getString("storeId"));
        wallet = WalletId.fromString(ids.getString("walletId"));
        token = Tokens.merchant(MerchantId.fromString(ids.getString("merchantId")), store, wallet);
    }

    @Test
    void the_day_adds_up_by_tender() {
        accepted(order(Tender.CARD, 4_500, 0));
        accepted(order(Tender.CARD, 3_000, 1_500));
        accepted(order(Tender.POINTS, 0, 700));
        OrderView promotion = order(Tender.COUPON, 0, 4_000);
        OrderView gift = order(Tender.COUPON, 0, 5_000);
        accepted(promotion);
        accepted(gift);
        used(promotion, CouponOrigin.PROMOTION);
        used(gift, CouponOrigin.GIFT);
        Eventually.within(LIMIT)
                .that(() -> today().body("items[0].sales", is(5)).body("items[0].byTender.unknownKrw", is(0)));
        today().body("items[0].salesKrw", is(18_700))
                .body("items[0].netKrw", is(18_700))
                .body("items[0].byTender.cardKrw", is(7_500))
                .body("items[0].byTender.pointsKrw", is(2_200))
                .body("items[0].byTender.couponKrw", is(4_000))
                .body("items[0].byTender.giftKrw", is(5_000))
                .body("items[0].sealed", is(false));
    }

    @Test
    void points_are_owed_by_the_house_and_gifts_were_prepaid() {
        OrderView gift = order(Tender.COUPON, 0, 5_000);
        used(gift, CouponOrigin.GIFT);
        accepted(order(Tender.CARD, 3_000, 1_500));
        accepted(gift);
        accepted(order(Tender.CARD, 100, 0));
        Eventually.within(LIMIT)
                .that(() -> assertThat(day(LocalDate.now(SEOUL)).getList("lines.split.funder"))
                        .containsExactlyInAnyOrder("HOUSE", "PREPAID", "BUYER"));
    }

    @Test
    void a_cancelled_order_takes_its_sale_back_by_the_same_tenders() {
        OrderView order = order(Tender.CARD, 3_000, 1_500);
        accepted(order);
        StubServices.feed("store").append(new OrderCancelled(order, Tokens.recipient("kim"), NOON), order.version());
        Eventually.within(LIMIT).that(() -> today().body("items[0].reversals", is(1)));
        today().body("items[0].reversalsKrw", is(-4_500))
                .body("items[0].netKrw", is(0))
                .body("items[0].byTender.cardKrw", is(0))
                .body("items[0].byTender.pointsKrw", is(0));
    }

    @Test
    void a_cancelled_order_that_was_never_sold_changes_nothing() {
        OrderView order = order(Tender.CARD, 3_000, 0);
        StubServices.feed("store").append(new OrderCancelled(order, Tokens.recipient("kim"), NOON), order.version());
        accepted(order(Tender.CARD, 50, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].sales", is(1)));
        today().body("items[0].reversals", is(0));
    }

    @Test
    void an_entry_belongs_to_the_day_of_its_booking_and_not_of_its_event() {
        accepted(order(Tender.CARD, 4_500, 0));
        Eventually.within(LIMIT).that(() -> today().body("items", hasSize(1)));
        days(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_past_day_is_sealed_and_a_sealed_day_never_changes() {
        accepted(order(Tender.CARD, 4_500, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.cardKrw", is(4_500)));
        LocalDate yesterday = LocalDate.now(SEOUL).minusDays(1);
        moveTo(yesterday);
        sealer.seal().await().atMost(LIMIT);
        JsonPath sealed = day(yesterday);
        assertThat(sealed.getBoolean("sealed")).isTrue();
        assertThat(sealed.getBoolean("intact")).isTrue();
        assertThat(sealed.getString("seal.digest")).hasSize(64);
        days(yesterday, yesterday).body("items[0].sealed", is(true));
        assertThatThrownBy(() -> run("UPDATE wallet_days SET sales_krw = 0")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("DELETE FROM wallet_splits")).hasMessageContaining("append-only");
        accepted(order(Tender.CARD, 1_000, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].salesKrw", is(1_000)));
        sealer.seal().await().atMost(LIMIT);
        assertThat(day(yesterday).getString("seal.digest")).isEqualTo(sealed.getString("seal.digest"));
    }

    @Test
    void the_balance_is_the_sum_of_sealed_and_open_days() {
        accepted(order(Tender.CARD, 4_500, 0));
        OrderView back = order(Tender.CARD, 3_000, 1_500);
        accepted(back);
        StubServices.feed("store").append(new OrderCancelled(back, Tokens.recipient("kim"), NOON), back.version());
        Eventually.within(LIMIT).that(() -> today().body("items[0].reversals", is(1)));
        balance().body("balanceKrw", is(4_500));
        moveTo(LocalDate.now(SEOUL).minusDays(3));
        balance().body("balanceKrw", is(4_500));
        sealer.seal().await().atMost(LIMIT);
        days(LocalDate.now(SEOUL).minusDays(3), LocalDate.now(SEOUL)).body("items[0].sealed", is(true));
        balance().body("balanceKrw", is(4_500));
        accepted(order(Tender.CARD, 1_000, 0));
        Eventually.within(LIMIT).that(() -> balance().body("balanceKrw", is(5_500)));
    }

    @Test
    void a_changed_line_no_longer_has_the_sealed_digest() {
        accepted(order(Tender.CARD, 4_500, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.cardKrw", is(4_500)));
        LocalDate yesterday = LocalDate.now(SEOUL).minusDays(1);
        moveTo(yesterday);
        sealer.seal().await().atMost(LIMIT);
        pool.preparedQuery("UPDATE wallet_entries SET number = 'forged' WHERE wallet_id = $1")
                .execute(Tuple.of(wallet.value()))
                .await()
                .atMost(LIMIT);
        assertThat(day(yesterday).getBoolean("intact")).isFalse();
    }

    @Test
    void a_sealed_day_that_the_ledger_contradicts_is_found_until_it_agrees_again() {
        LocalDate yesterday = sealYesterday();
        compare();
        assertThat(brokenSeals()).isEmpty();

        setNumber("forged");
        compare();
        assertThat(brokenSeals()).containsExactly(yesterday.toString());
        assertThat(meters.get("siren.wallets.seals.broken").gauge().value()).isPositive();

        setNumber(null);
        checker.run().await().atMost(LIMIT);
        assertThat(brokenSeals()).isEmpty();
    }

    @Test
    void an_entry_that_is_slipped_into_a_sealed_day_is_found() {
        LocalDate yesterday = sealYesterday();
        accepted(order(Tender.CARD, 900, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.cardKrw", is(900)));
        moveTo(yesterday);
        compare();
        assertThat(brokenSeals()).containsExactly(yesterday.toString());
    }

    private LocalDate sealYesterday() {
        accepted(order(Tender.CARD, 4_500, 0));
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.cardKrw", is(4_500)));
        LocalDate yesterday = LocalDate.now(SEOUL).minusDays(1);
        setNumber(null);
        moveTo(yesterday);
        sealer.seal().await().atMost(LIMIT);
        return yesterday;
    }

    /** Compares the sealed days from this wallet's on: other runs may have passed it. */
    private void compare() {
        run("UPDATE seal_check SET day = '2000-01-01', wallet_id = '" + wallet + "'");
        checker.run().await().atMost(LIMIT);
    }

    private void setNumber(String number) {
        pool.preparedQuery("UPDATE wallet_entries SET number = $2 WHERE wallet_id = $1")
                .execute(Tuple.of(wallet.value(), number))
                .await()
                .atMost(LIMIT);
    }

    /** The days of this wallet that are broken, as an operator reads them. */
    private List<String> brokenSeals() {
        return given().auth()
                .oauth2(Tokens.operator())
                .get("/wallets/broken-seals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.walletId == '" + wallet + "' }.day");
    }

    @Test
    void a_day_with_a_tender_that_is_not_known_is_not_sealed() {
        accepted(order(Tender.COUPON, 0, 4_500));
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.unknownKrw", is(4_500)));
        LocalDate yesterday = LocalDate.now(SEOUL).minusDays(1);
        moveTo(yesterday);
        sealer.seal().await().atMost(LIMIT);
        assertThat(day(yesterday).getBoolean("sealed")).isFalse();
    }

    /** The two feeds are read by different transactions, often on different replicas. */
    @Test
    void a_coupons_origin_waits_for_a_sale_that_another_replica_is_booking_and_splits_it() {
        OrderView gift = order(Tender.COUPON, 0, 5_000);
        Object id = gift.orderId().value();
        try (OtherReplica replica = new OtherReplica(pool)) {
            replica.run("SELECT pg_advisory_xact_lock(hashtextextended(CAST($1::uuid AS text), 0))", Tuple.of(id));
            replica.run("""
                    INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, at)
                    VALUES ($1, $2, $3, 'SALE', 5000, 0, 'COUPON', now())
                    """, Tuple.of(UUID.randomUUID(), wallet.value(), id));
            used(gift, CouponOrigin.GIFT);
            Eventually.within(LIMIT)
                    .that(() -> assertThat(
                                    count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
                            .isEqualTo(1));
        }
        Eventually.within(LIMIT).that(() -> today().body("items[0].byTender.giftKrw", is(5_000)));
    }

    /** A transaction of another replica, committed when closed. */
    private record OtherReplica(SqlConnection connection, Transaction transaction) implements AutoCloseable {
        OtherReplica(Pool pool) {
            this(pool.getConnection().await().atMost(LIMIT));
        }

        private OtherReplica(SqlConnection connection) {
            this(connection, connection.begin().await().atMost(LIMIT));
        }

        void run(String sql, Tuple values) {
            connection.preparedQuery(sql).execute(values).await().atMost(LIMIT);
        }

        @Override
        public void close() {
            transaction.commit().chain(connection::close).await().atMost(LIMIT);
        }
    }

    @Test
    void entries_of_earlier_releases_get_their_split_from_the_order() {
        OrderView order = order(Tender.CARD, 3_000, 1_500);
        StubServices.answer(
                "GET", "/internal/orders/" + order.orderId(), request -> StubServices.Reply.json(200, order));
        pool.preparedQuery("""
                        INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, tender, at)
                        VALUES ($1, $2, $3, 'SALE', 4500, 'CARD', now())
                        """)
                .execute(Tuple.of(
                        UUID.randomUUID(), wallet.value(), order.orderId().value()))
                .await()
                .atMost(LIMIT);
        Eventually.within(LIMIT).that(() -> {
            backfill.run().await().atMost(LIMIT);
            today().body("items[0].byTender.cardKrw", is(3_000)).body("items[0].byTender.pointsKrw", is(1_500));
        });
    }

    @Test
    void a_statement_comes_as_csv_where_it_is_asked_for() {
        accepted(order(Tender.CARD, 4_500, 0));
        Eventually.within(LIMIT).that(() -> today().body("items", hasSize(1)));
        String csv = given().auth()
                .oauth2(token)
                .accept("text/csv")
                .get("/wallets/" + wallet + "/days/" + LocalDate.now(SEOUL))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".csv"))
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv).contains("entryId,at,orderId").contains(",SALE,4500,4500,0,0,0,BUYER\r\n");
        for (String wish : List.of("*/*", "", " ")) {
            given().auth()
                    .oauth2(token)
                    .header("Accept", wish)
                    .get("/wallets/" + wallet + "/days/" + LocalDate.now(SEOUL))
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON);
        }
        given().auth()
                .oauth2(token)
                .accept("application/xml")
                .get("/wallets/" + wallet + "/days/" + LocalDate.now(SEOUL))
                .then()
                .statusCode(406);
    }

    @Test
    void ranges_are_days_in_order_and_bounded() {
        LocalDate today = LocalDate.now(SEOUL);
        days(today, today.minusDays(1)).statusCode(400);
        days(today.minusDays(92), today).statusCode(400);
        days(today.minusDays(91), today).statusCode(200);
        get("/days").statusCode(400);
        get("/days?from=today&to=tomorrow").statusCode(400);
        get("/days/2026-13-01").statusCode(400);
        get("/days/today").statusCode(400);
    }

    @Test
    void days_are_for_the_wallets_merchant() {
        String other = Tokens.merchant(
                new MerchantId(UUID.randomUUID()), new StoreId(UUID.randomUUID()), new WalletId(UUID.randomUUID()));
        String range = "/days?from=2026-03-02&to=2026-03-02";
        for (String path : List.of(range, "/days/2026-03-02")) {
            given().auth().oauth2(other).get("/wallets/" + wallet + path).then().statusCode(404);
            given().auth()
                    .oauth2(Tokens.buyer("kim"))
                    .get("/wallets/" + wallet + path)
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(Tokens.operator())
                    .get("/wallets/" + wallet + path)
                    .then()
                    .statusCode(403);
            given().get("/wallets/" + wallet + path).then().statusCode(401);
        }
    }

    /** Moves all entries to that day. */
    private void moveTo(LocalDate day) {
        pool.preparedQuery("UPDATE wallet_entries SET booked_day = $2 WHERE wallet_id = $1")
                .execute(Tuple.of(wallet.value(), day))
                .await()
                .atMost(LIMIT);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().atMost(LIMIT).iterator().next().getLong(0);
    }

    private void accepted(OrderView order) {
        StubServices.feed("store").append(new OrderAccepted(order, Tokens.recipient("kim"), NOON), order.version());
    }

    private static void used(OrderView order, CouponOrigin origin) {
        CouponView coupon = new CouponView(
                new CouponId(UUID.randomUUID()),
                new MenuItemId("americano"),
                "아메리카노",
                1,
                Krw.of(4_000),
                origin,
                "USED",
                NOON,
                NOON);
        StubServices.feed("coupon").append(new CouponUsed(coupon, Tokens.recipient("kim"), order.orderId(), NOON), 3);
    }

    private OrderView order(Tender tender, long amount, long discount) {
        return SampleOrder.of(new OrderId(UUID.randomUUID()), store)
                .as(OrderStatus.ACCEPTED, 2)
                .paid(tender, amount, discount)
                .view();
    }

    private ValidatableResponse today() {
        return days(LocalDate.now(SEOUL), LocalDate.now(SEOUL)).statusCode(200);
    }

    private ValidatableResponse days(LocalDate from, LocalDate to) {
        return get("/days?from=" + from + "&to=" + to);
    }

    private ValidatableResponse balance() {
        return get("").statusCode(200);
    }

    private JsonPath day(LocalDate day) {
        return get("/days/" + day).statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(token).get("/wallets/" + wallet + path).then();
    }
}
