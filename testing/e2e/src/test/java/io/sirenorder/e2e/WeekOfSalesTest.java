package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Api;
import io.sirenorder.e2e.SellingDay.Books;
import io.sirenorder.e2e.SellingStore.Sale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A store's week across the real services: seven days of orders by card, points, coupons and gifts, and of money that goes back
 * on later days. What each day booked and was paid is moved into the past, as if it had been that day. Each day's sealed
 * statement is added up again from the ledger and from its CSV; over the week it agrees with PortOne's ledger, with the points
 * and with the coupons.
 */
@PlaysAlone
class WeekOfSalesTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int CUPS_FOR_POINTS = 23;
    private static final int PART = 1_000;
    private static final int DAYS = 7;

    private final Stack stack = Stack.running();
    private final Api operator = stack.operator();
    private final SellingStore store = new SellingStore(stack);
    private final WalletBooks wallet = new WalletBooks(stack.databases(), store.merchant());
    private final LocalDate today = LocalDate.now(SEOUL);
    /** The day after the last one is not sealed before ten past midnight. */
    private final LocalDate monday = today.minusDays(8);

    private final Map<LocalDate, Books> week = new LinkedHashMap<>();
    private final Map<LocalDate, String> seals = new LinkedHashMap<>();

    @Test
    void sealed_statements_re_add_from_the_ledger_and_agree_with_portone_by_tender_over_a_week() {
        long giftsBefore = clearedGifts();
        try (store) {
            List<Sale> open = firstHalf();
            sealed();
            secondHalf(open);
            sealed();
        }
        week.forEach(this::agrees);
        Tenders net = Tenders.sum(week.values().stream().map(Books::net));
        assertThat(store.merchant().balance()).isEqualTo(net.won());
        agreesWithPortOne(net, giftsBefore);
        agreesWithCoupons(net);
        nothingDiffers();
    }

    /** Monday to Wednesday; answers two sales that are taken back later. */
    private List<Sale> firstHalf() {
        store.finishedByCard(CUPS_FOR_POINTS);
        Sale partly = store.finishedByCard(1);
        Sale late = store.byCard(2, 0);
        store.refusesAtOnce();
        endDay();

        store.finishedByCard(1);
        store.byPoints();
        store.byCoupon(store.promotion());
        store.takesBack(late);
        endDay();

        store.finishedByCard(1);
        store.gift();
        store.byGift();
        Sale mixed = store.byCard(1, 5);
        Sale byHand = store.byCard(1, 0);
        store.consoleCancels(partly, PART);
        endDay();
        return List.of(mixed, byHand);
    }

    /** Thursday to Sunday. */
    private void secondHalf(List<Sale> open) {
        Sale cancelled = store.finishedByCard(1);
        Sale walkIn = store.walkIn();
        store.takesBack(open.get(0));
        endDay();

        store.finishedByCard(1);
        store.consoleCancels(cancelled);
        store.paysBackByHand(open.get(1));
        Sale promotion = store.byCoupon(store.promotion());
        endDay();

        store.finishedByCard(1);
        store.takesBack(walkIn);
        store.takesBack(promotion);
        store.declines(store.gift());
        endDay();

        store.finishedByCard(1);
        store.byCoupon(store.couponThatCameBack());
        store.byCoupon(store.couponForStamps());
        store.gift();
        endDay();
    }

    /** Waits until the wallet has booked the day, and moves it to its place in the week. */
    private void endDay() {
        SellingDay ended = store.endDay();
        LocalDate day = monday.plusDays(week.size());
        Eventually.is(() -> wallet.ledger(today, today.plusDays(1)), ended.books(), Stack.PATIENCE);
        week.put(day, ended.books());
        wallet.move(today, day);
        int paid = stack.databases()
                .run(
                        "payment",
                        "UPDATE checkouts SET settled_at = '%s 12:00+09' WHERE id IN (%s)"
                                .formatted(
                                        day,
                                        ended.payments().stream()
                                                .map(id -> "'" + id + "'")
                                                .collect(Collectors.joining(", "))));
        assertThat(paid).isEqualTo(ended.payments().size());
    }

    /** Waits until all days so far are sealed; seals of before are still what they were. */
    private void sealed() {
        for (LocalDate day : week.keySet()) {
            Eventually.is(() -> wallet.statement(day).path("sealed").asBoolean(), true, Stack.PATIENCE);
            String digest = wallet.statement(day).path("seal").path("digest").asText();
            assertThat(seals.merge(day, digest, (first, later) -> first)).isEqualTo(digest);
        }
    }

    private void agrees(LocalDate day, Books books) {
        JsonNode statement = wallet.statement(day);
        assertThat(statement.path("intact").asBoolean()).as("%s is intact", day).isTrue();
        assertThat(WalletBooks.of(statement)).as("statement of %s", day).isEqualTo(books);
        assertThat(statement.path("netKrw").asLong()).isEqualTo(books.net().won());
        assertThat(wallet.ledger(day, day)).as("ledger of %s", day).isEqualTo(books);
        assertThat(wallet.fileOf(day)).as("file of %s", day).isEqualTo(books.net());
    }

    /** Compares what PortOne holds with the wallet's card, what operators paid back by hand, and what gifts are kept for. */
    private void agreesWithPortOne(Tenders net, long giftsBefore) {
        PortOneBooks portone = store.portone();
        assertThat(portone.heldForOrders()).isEqualTo(net.card() + store.byHand());
        assertThat(portone.heldForGifts()).isEqualTo(net.gift() + SellingStore.PRICE);

        long held = 0;
        long booked = 0;
        for (LocalDate day : week.keySet()) {
            JsonNode line = clearedOrders(day);
            assertThat(line.path("differenceKrw").asLong())
                    .as("difference of %s", day)
                    .isZero();
            assertThat(line.path("onItsWayKrw").asLong())
                    .as("on its way of %s", day)
                    .isZero();
            held += line.path("paidKrw").asLong() - line.path("cancelledKrw").asLong();
            booked += line.path("bookedKrw").asLong();
        }
        assertThat(held).isEqualTo(portone.heldForOrders());
        assertThat(booked).isEqualTo(net.card());
        assertThat(clearedGifts() - giftsBefore).isEqualTo(portone.heldForGifts());
    }

    private JsonNode clearedOrders(LocalDate day) {
        for (JsonNode line : cleared(day).path("stores")) {
            if (line.path("storeId").asText().equals(store.merchant().storeId())) {
                return line;
            }
        }
        throw new AssertionError("no payments on " + day);
    }

    /** Kept for gifts that were paid in the week, to whatever store: other weeks may have been played on this stack. */
    private long clearedGifts() {
        return monday.datesUntil(monday.plusDays(DAYS))
                .mapToLong(day -> cleared(day).path("gifts").path("bookedKrw").asLong())
                .sum();
    }

    private JsonNode cleared(LocalDate day) {
        return operator.get("/settlement/days/" + day).expect(200).body();
    }

    /** Compares points that were spent and coupons that were used, as coupon-service has them. */
    private void agreesWithCoupons(Tenders net) {
        long points = 0;
        for (JsonNode entry : store.buyer()
                .api()
                .get("/loyalty/entries?limit=100")
                .expect(200)
                .body()
                .path("items")) {
            if (List.of("RESERVE", "RELEASE").contains(entry.path("kind").asText())) {
                points -= entry.path("points").asLong();
            }
        }
        assertThat(points).isEqualTo(net.points());
        assertThat(used("IN ('PROMOTION', 'STAMPS')")).isEqualTo(net.coupon());
        assertThat(used("= 'GIFT'")).isEqualTo(net.gift());
    }

    /** The price of the coupons that orders of this store used. */
    private long used(String origins) {
        String orders = String.join("', '", store.couponOrders());
        return stack.databases()
                .count(
                        "coupon",
                        "SELECT coalesce(sum(unit_price_krw * quantity), 0)::bigint FROM coupons WHERE status = 'USED' AND order_id IN ('"
                                + orders + "') AND origin " + origins);
    }

    /** Asks the comparisons of payments with PortOne and other services, and of seals with the ledger. */
    private void nothingDiffers() {
        JsonNode proof = operator.get("/proof?hours=24").expect(200).body();
        List<String> named = new ArrayList<>();
        proof.path("differences")
                .forEach(each -> named.add(each.path("checkoutId").asText()));
        proof.path("fulfilment")
                .forEach(each -> named.add(each.path("checkoutId").asText()));
        assertThat(named).doesNotContainAnyElementsOf(store.portone().all());
        List<String> broken = new ArrayList<>();
        operator.get("/wallets/broken-seals")
                .expect(200)
                .body()
                .path("items")
                .forEach(each -> broken.add(each.path("walletId").asText()));
        assertThat(broken).doesNotContain(store.merchant().walletId());
    }
}
