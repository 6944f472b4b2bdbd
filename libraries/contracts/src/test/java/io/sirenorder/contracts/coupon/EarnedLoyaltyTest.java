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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedLoyaltyTest {
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
        assertThat(Loyalty.earnedBy(order(price, menuPrice, paid, cancelled))).isEqualTo(new Loyalty(points, stamps));
    }

    private static OrderView order(long price, Long menuPrice, long paid, Long cancelled) {
        OrderLine line = new OrderLine(
                new MenuItemId("caffe-latte"), "카페 라떼", 1, Map.of(), Krw.of(price), null, null, krw(menuPrice));
        return new OrderView(
                new OrderId(UUID.randomUUID()),
                new StoreId(UUID.randomUUID()),
                "강남점",
                "1",
                OrderStatus.FINISHED,
                3,
                List.of(line),
                Krw.of(paid),
                Krw.of(price - paid),
                Tender.CARD,
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
