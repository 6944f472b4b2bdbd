package io.sirenorder.contracts.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Tender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedLoyaltyTest {
    private static final Krw FLOOR = Krw.of(2_000);
    private static final Instant NOON = Instant.parse("2026-06-10T03:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // price, menu price where it is lower, paid by card, taken back: points, stamps
                "4500, -, 4500, -, 4, 1",
                "1, -, 1, -, 0, 0",
                "2000, -, 2000, -, 2, 1",
                "1000000, 4500, 1000000, -, 4, 1",
                "1000000, 1500, 1000000, -, 1, 0",
                "5000, 4500, 2000, -, 2, 1",
                "4500, -, 4500, 1000, 3, 1",
                "4500, -, 4500, 4000, 0, 0",
                "9000, 4500, 9000, 6000, 3, 1"
            })
    void only_money_that_stays_and_that_the_menu_backs_earns(
            long price, Long menuPrice, long paid, Long cancelled, long points, long stamps) {
        assertThat(Loyalty.earnedBy(order(price, menuPrice, paid, cancelled), FLOOR))
                .isEqualTo(new Loyalty(points, stamps));
    }

    @Test
    void a_stamp_begins_at_the_floor_that_is_set() {
        OrderView order = order(4_500, null, 4_500, null);

        assertThat(Loyalty.earnedBy(order, Krw.of(4_500))).isEqualTo(new Loyalty(4, 1));
        assertThat(Loyalty.earnedBy(order, Krw.of(4_501))).isEqualTo(new Loyalty(4, 0));
        assertThat(Loyalty.earnedBy(order(0, null, 0, null), Krw.of(1))).isEqualTo(Loyalty.NONE);
    }

    @Test
    void lines_for_nothing_and_dear_lines_add_nothing_to_what_the_menu_backs() {
        List<OrderLine> lines = List.of(line(1_500, null), line(0, null), line(1_000_000, 400L));

        assertThat(Loyalty.earnedBy(with(lines, 1_001_500, Tender.CARD), FLOOR)).isEqualTo(new Loyalty(1, 0));
        assertThat(Loyalty.earnedBy(with(lines, 1_001_500, Tender.CARD), Krw.of(1_900)))
                .isEqualTo(new Loyalty(1, 1));
    }

    /** Points cover the rest of the menu's price: only the card's part counts. */
    @Test
    void what_points_or_a_coupon_pay_earns_nothing() {
        List<OrderLine> lines = List.of(line(4_500, null));

        assertThat(Loyalty.earnedBy(with(lines, 1_999, Tender.CARD), FLOOR)).isEqualTo(new Loyalty(1, 0));
        assertThat(Loyalty.earnedBy(with(lines, 4_500, Tender.COUPON), FLOOR)).isEqualTo(Loyalty.NONE);
    }

    private static OrderView order(long price, Long menuPrice, long paid, Long cancelled) {
        return with(List.of(line(price, menuPrice)), paid, Tender.CARD, price - paid, cancelled);
    }

    private static OrderLine line(long price, Long menuPrice) {
        return new OrderLine(
                new MenuItemId("caffe-latte"), "카페 라떼", 1, Map.of(), Krw.of(price), null, null, krw(menuPrice));
    }

    private static OrderView with(List<OrderLine> lines, long paid, Tender tender) {
        return with(lines, paid, tender, 0, null);
    }

    private static OrderView with(List<OrderLine> lines, long paid, Tender tender, long discount, Long cancelled) {
        return new OrderView(
                new OrderId(UUID.randomUUID()),
                new StoreId(UUID.randomUUID()),
                "강남점",
                "1",
                OrderStatus.FINISHED,
                3,
                lines,
                Krw.of(paid),
                Krw.of(discount),
                tender,
                Pickup.TO_GO,
                null,
                NOON,
                NOON,
                NOON,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                NOON,
                null,
                null,
                krw(cancelled));
    }

    private static Krw krw(Long won) {
        return won == null ? null : Krw.of(won);
    }
}
