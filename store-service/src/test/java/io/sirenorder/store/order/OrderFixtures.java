package io.sirenorder.store.order;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.StoreProfile;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.store.storefront.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders and those around them, as the tests of the rules need them. */
final class OrderFixtures {
    static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    static final Recipient KIM = Recipient.buyer(BuyerId.of("https://buyers.test", "kim"));
    static final OrderLine LATTE =
            new OrderLine(MenuItemId.fromString("caffe-latte"), "카페 라떼", 2, Map.of("size", "TALL"), Krw.of(5_000));
    static final Deadlines DEADLINES = new Deadlines(
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15)),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300),
            Duration.ofHours(12),
            Duration.ofMinutes(60));
    static final Store GANGNAM_STORE = new Store(
            new StoreId(UUID.randomUUID()),
            new MerchantId(UUID.randomUUID()),
            new StoreProfile("강남점", "서울 강남구", new Location(37.4979, 127.0276), "02-555-0100", null, null, null, null));

    private OrderFixtures() {}

    static Placement placementOf(Krw amount, Krw discount, Tender tender) {
        return new Placement(
                new OrderId(UUID.randomUUID()),
                GANGNAM_STORE.id(),
                KIM,
                List.of(LATTE),
                amount,
                discount,
                tender,
                Pickup.TO_GO,
                "연하게",
                null);
    }

    static Order newOrder(Krw amount, Krw discount, Tender tender) {
        return new Order(
                placementOf(amount, discount, tender),
                GANGNAM_STORE,
                new Ticket(LocalDate.of(2026, 3, 2), 7, null),
                DEADLINES,
                NOON);
    }

    static Order newOrder() {
        return newOrder(Krw.of(10_000), Krw.ZERO, Tender.CARD);
    }

    static Order waitingOrder() {
        Order order = newOrder();
        order.place(NOON);
        return order;
    }

    static Order deliveredOrder() {
        Order order = waitingOrder();
        order.deliver(NOON.plusSeconds(1));
        return order;
    }

    static Order acceptedOrder() {
        Order order = deliveredOrder();
        order.accept(TEN_MINUTES, NOON.plusSeconds(2));
        return order;
    }

    static Order finishedOrder() {
        Order order = acceptedOrder();
        order.finish(NOON.plusSeconds(600));
        return order;
    }

    static Order refusedOrder() {
        Order order = deliveredOrder();
        order.refuse(Reason.SOLD_OUT, "우유가 없어요", NOON.plusSeconds(2));
        return order;
    }

    static Order cancelledOrder() {
        Order order = waitingOrder();
        order.cancel(NOON.plusSeconds(2));
        return order;
    }

    static Order expiredOrder() {
        Order order = waitingOrder();
        order.expire(Reason.STORE_UNREACHABLE, NOON.plusSeconds(60));
        return order;
    }
}
