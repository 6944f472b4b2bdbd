package io.sirenorder.merchant.wallet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A week of a wallet's days, with events that come twice, that come after their day was sealed, and orders that are cancelled
 * after midnight; several replicas seal at once. Each sealed day is added up again from the ledger, from its CSV, and from what
 * the orders' payments were.
 */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class WalletWeekTest {
    private static final long SEED = Long.getLong("siren.seed", 20_261_127L);
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int DAYS = 7;
    private static final int SALES = 8;
    private static final int REPLICAS = 4;

    @Inject
    Pool pool;

    @Inject
    StatementSealer sealer;

    private final Random random = new Random(SEED);
    private final List<Sale> all = new ArrayList<>();
    /** The day on which a test began to book; should midnight pass in the middle of it, it books on the next one too. */
    private final LocalDate today = LocalDate.now(SEOUL);

    private StoreId store;
    private WalletId wallet;
    private String token;

    /** Card, points, coupon, gift: what an order was paid with. */
    private record Sale(OrderView order, CouponOrigin origin, List<Long> tenders) {}

    /** Sums of a day: sales, reversals, and the net by card, points, coupon and gift. */
    private record Sums(long sales, long reversals, List<Long> tenders) {
        static final Sums NONE = new Sums(0, 0, List.of(0L, 0L, 0L, 0L));

        Sums sold(Sale sale) {
            return new Sums(sales + 1, reversals, plus(sale.tenders, 1));
        }

        Sums takenBack(Sale sale) {
            return new Sums(sales, reversals + 1, plus(sale.tenders, -1));
        }

        private List<Long> plus(List<Long> other, int sign) {
            return IntStream.range(0, tenders.size())
                    .mapToObj(i -> tenders.get(i) + sign * other.get(i))
                    .toList();
        }
    }

    @BeforeEach
    void register() {
        JsonPath ids = Registrations.fresh();
        store = StoreId.fromString(ids.getString("storeId"));
        wallet = WalletId.fromString(ids.getString("walletId"));
        token = Tokens.merchant(MerchantId.fromString(ids.getString("merchantId")), store, wallet);
    }

    @Test
    void each_sealed_day_adds_up_from_ledger_csv_and_payments_over_a_week_of_faults() {
        Map<LocalDate, Sums> week = new LinkedHashMap<>();
        List<Sale> cancelled = new ArrayList<>();
        Sale late = null;
        List<Sale> yesterdays = List.of();
        for (int ago = DAYS; ago > 0; ago--) {
            List<Sale> heard = new ArrayList<>();
            Sums sums = Sums.NONE;
            for (Sale again : yesterdays) {
                tell(again);
            }
            if (late != null) {
                heard.add(late);
            }
            IntStream.range(0, SALES).forEach(i -> heard.add(sale()));
            late = sale();
            Collections.shuffle(heard, random);
            for (Sale sale : heard) {
                tell(sale);
                tell(sale);
                sums = sums.sold(sale);
            }
            for (Sale sale : yesterdays.stream().limit(2).toList()) {
                cancel(sale);
                cancel(sale);
                cancelled.add(sale);
                sums = sums.takenBack(sale);
            }
            LocalDate day = today.minusDays(ago);
            endDay(day, sums);
            week.put(day, sums);
            yesterdays = heard;
        }

        week.forEach((day, sums) -> {
            assertThat(sealed(day)).as("sealed %s, seed %d", day, SEED).isEqualTo(sums);
            assertThat(ledger(day)).as("ledger %s, seed %d", day, SEED).isEqualTo(sums);
            assertThat(csv(day)).as("CSV %s, seed %d", day, SEED).isEqualTo(sums);
            assertThat(statement(day).getBoolean("intact")).isTrue();
        });
        all.remove(late);
        paymentsAgree(cancelled);
        assertThat(get("").getLong("balanceKrw"))
                .isEqualTo(week.values().stream()
                        .flatMap(sums -> sums.tenders().stream())
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void a_day_that_is_not_over_by_the_databases_clock_is_not_sealed_by_any_replica() {
        Sale sale = sale();
        tell(sale);
        Eventually.within(LIMIT).that(() -> assertThat(booked().sales()).isEqualTo(1));
        sealOnAllReplicas();
        assertThat(seals(today)).isZero();
        assertThat(statement(today).getBoolean("sealed")).isFalse();
    }

    /** Moves what was booked to that day, and lets midnight pass on all replicas at once. */
    private void endDay(LocalDate day, Sums sums) {
        Eventually.within(LIMIT).that(() -> assertThat(booked()).isEqualTo(sums));
        pool.preparedQuery("UPDATE wallet_entries SET booked_day = $2 WHERE wallet_id = $1 AND booked_day >= $3")
                .execute(Tuple.of(wallet.value(), day, today))
                .await()
                .atMost(LIMIT);
        sealOnAllReplicas();
        assertThat(seals(day)).as("seals of %s", day).isEqualTo(1);
    }

    private void sealOnAllReplicas() {
        Uni.join()
                .all(IntStream.range(0, REPLICAS).mapToObj(i -> sealer.seal()).toList())
                .andFailFast()
                .await()
                .atMost(LIMIT);
    }

    private Sale sale() {
        long won = 1_000 + 100L * random.nextInt(80);
        long points = 100L * (1 + random.nextInt(9));
        Sale sale = switch (random.nextInt(5)) {
            case 0 -> new Sale(order(Tender.CARD, won, 0), null, List.of(won, 0L, 0L, 0L));
            case 1 -> new Sale(order(Tender.CARD, won, points), null, List.of(won, points, 0L, 0L));
            case 2 -> new Sale(order(Tender.POINTS, 0, points), null, List.of(0L, points, 0L, 0L));
            case 3 -> new Sale(order(Tender.COUPON, 0, won), CouponOrigin.PROMOTION, List.of(0L, 0L, won, 0L));
            default -> new Sale(order(Tender.COUPON, 0, won), CouponOrigin.GIFT, List.of(0L, 0L, 0L, won));
        };
        all.add(sale);
        return sale;
    }

    private OrderView order(Tender tender, long amount, long discount) {
        return SampleOrder.of(new OrderId(UUID.randomUUID()), store)
                .as(OrderStatus.ACCEPTED, 2)
                .paid(tender, amount, discount)
                .view();
    }

    private void tell(Sale sale) {
        OrderView order = sale.order();
        StubServices.feed("store").append(new OrderAccepted(order, Tokens.recipient("kim"), NOON), order.version());
        if (sale.origin() != null) {
            CouponView coupon = new CouponView(
                    new CouponId(UUID.randomUUID()),
                    new MenuItemId("americano"),
                    "아메리카노",
                    1,
                    Krw.of(4_000),
                    sale.origin(),
                    "USED",
                    NOON,
                    NOON);
            StubServices.feed("coupon")
                    .append(new CouponUsed(coupon, Tokens.recipient("kim"), order.orderId(), NOON), 3);
        }
    }

    private static void cancel(Sale sale) {
        OrderView order = sale.order();
        StubServices.feed("store").append(new OrderCancelled(order, Tokens.recipient("kim"), NOON), order.version());
    }

    private Sums sealed(LocalDate day) {
        return one(
                "SELECT sales, reversals, card_krw, points_krw, coupon_krw, gift_krw FROM wallet_days", "day =", day);
    }

    private Sums ledger(LocalDate day) {
        return ledger("booked_day =", day);
    }

    /** Sums of what was booked and not moved to a past day. */
    private Sums booked() {
        return ledger("booked_day >=", today);
    }

    private Sums ledger(String days, LocalDate day) {
        return one("""
                SELECT count(*) FILTER (WHERE kind = 'SALE'), count(*) FILTER (WHERE kind = 'REVERSAL'),
                       coalesce(sum(card_krw), 0), coalesce(sum(points_krw), 0), coalesce(sum(coupon_krw), 0),
                       coalesce(sum(gift_krw), 0)
                FROM wallet_entries JOIN wallet_splits ON entry_id = id""", days, day);
    }

    private Sums one(String select, String days, LocalDate day) {
        Row row = pool.preparedQuery(select + " WHERE wallet_id = $1 AND " + days + " $2")
                .execute(Tuple.of(wallet.value(), day))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
        return new Sums(
                number(row, 0),
                number(row, 1),
                IntStream.range(2, 6).mapToObj(i -> number(row, i)).toList());
    }

    private static long number(Row row, int column) {
        return ((Number) row.getValue(column)).longValue();
    }

    private long seals(LocalDate day) {
        return pool.preparedQuery("SELECT count(*) FROM wallet_days WHERE wallet_id = $1 AND day = $2")
                .execute(Tuple.of(wallet.value(), day))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Sums of the columns of the file that a merchant is given. */
    private Sums csv(LocalDate day) {
        List<String[]> lines = given().auth()
                .oauth2(token)
                .accept("text/csv")
                .get("/wallets/" + wallet + "/days/" + day)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        return new Sums(
                lines.stream().filter(line -> line[4].equals("SALE")).count(),
                lines.stream().filter(line -> line[4].equals("REVERSAL")).count(),
                LongStream.range(6, 10)
                        .mapToObj(column -> lines.stream()
                                .mapToLong(line -> Long.parseLong(line[(int) column]))
                                .sum())
                        .toList());
    }

    /** Compares what payment-service lays beside its own books: what each order was charged by card, and what was taken back. */
    private void paymentsAgree(List<Sale> cancelled) {
        List<String> ids =
                all.stream().map(sale -> sale.order().orderId().toString()).toList();
        JsonPath sales = given().auth()
                .oauth2(Tokens.service("payment"))
                .contentType(ContentType.JSON)
                .body(Map.of("ids", ids))
                .post("/internal/sales/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(sales.getList("orderId")).hasSameSizeAs(all);
        for (Sale sale : all) {
            String found = "find { it.orderId == '%s' }.".formatted(sale.order().orderId());
            long whole = sale.tenders().stream().mapToLong(Long::longValue).sum();
            assertThat(sales.getLong(found + "saleKrw")).isEqualTo(whole);
            assertThat(sales.getLong(found + "chargedKrw"))
                    .isEqualTo(sale.tenders().get(0));
            assertThat(sales.getLong(found + "reversedKrw")).isEqualTo(cancelled.contains(sale) ? whole : 0);
        }
    }

    private JsonPath statement(LocalDate day) {
        return get("/days/" + day);
    }

    private JsonPath get(String path) {
        return given().auth()
                .oauth2(token)
                .get("/wallets/" + wallet + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
