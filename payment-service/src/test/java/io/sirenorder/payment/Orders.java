package io.sirenorder.payment;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.testkit.SampleOrder;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Events of one order, as store-service would publish them. */
public final class Orders {
    private final Recipient buyer;
    private final OrderId id;
    private final AtomicLong version = new AtomicLong();

    private Orders(Recipient buyer, OrderId id) {
        this.buyer = buyer;
        this.id = id;
    }

    public static Orders of(String buyer, String checkout) {
        return new Orders(Tokens.recipient(buyer), OrderId.fromString(checkout));
    }

    public Orders placed() {
        return tell(new OrderPlaced(view(OrderStatus.WAITING, null), buyer, Instant.now()));
    }

    public Orders refused() {
        return tell(new OrderRefused(view(OrderStatus.REFUSED, Reason.SOLD_OUT), buyer, Instant.now()));
    }

    public Orders expired() {
        return tell(new OrderExpired(view(OrderStatus.EXPIRED, Reason.NO_ANSWER), buyer, Instant.now()));
    }

    private Orders tell(OrderEvent event) {
        StubServices.feed("store").append(event, version.get());
        return this;
    }

    private OrderView view(OrderStatus status, Reason reason) {
        return SampleOrder.of(id, Shop.GANGNAM)
                .as(status, version.incrementAndGet())
                .with(Shop.line(1))
                .paid(Tender.CARD, Shop.LATTE_WON, 0)
                .because(reason)
                .view();
    }
}
