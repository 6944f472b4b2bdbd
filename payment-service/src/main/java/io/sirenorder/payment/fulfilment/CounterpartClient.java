package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.coupon.SentGift;
import io.sirenorder.contracts.merchant.BookedSale;
import io.sirenorder.contracts.store.SoldOrder;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the other services what they have under the ids of checkouts; fails unless all of them answer. */
@ApplicationScoped
public class CounterpartClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OrderSearchApi orders;
    private final GiftSearchApi gifts;
    private final SaleSearchApi sales;

    CounterpartClient(
            @RestClient OrderSearchApi orders, @RestClient GiftSearchApi gifts, @RestClient SaleSearchApi sales) {
        this.orders = orders;
        this.gifts = gifts;
        this.sales = sales;
    }

    /** One of each id, at most {@link IdBatch#MOST}. */
    Uni<List<Counterparts>> of(List<UUID> ids) {
        IdBatch batch = new IdBatch(ids);
        return Uni.combine()
                .all()
                .unis(patiently(orders.search(batch)), patiently(gifts.search(batch)), patiently(sales.search(batch)))
                .asTuple()
                .map(found -> {
                    Map<UUID, SoldOrder> sold =
                            byId(found.getItem1(), order -> order.orderId().value());
                    Map<UUID, SentGift> sent =
                            byId(found.getItem2(), gift -> gift.giftId().value());
                    Map<UUID, BookedSale> booked =
                            byId(found.getItem3(), sale -> sale.orderId().value());
                    return ids.stream()
                            .map(id -> new Counterparts(id, sold.get(id), sent.get(id), booked.get(id)))
                            .toList();
                });
    }

    /** The sales of orders, by the orders' ids; at most {@link IdBatch#MOST} ids. */
    public Uni<Map<UUID, BookedSale>> sales(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : patiently(sales.search(new IdBatch(ids)))
                        .map(found -> byId(found, sale -> sale.orderId().value()));
    }

    private static <T> Uni<T> patiently(Uni<T> call) {
        return RetryOnce.asked(call.ifNoItem().after(PATIENCE).fail());
    }

    private static <T> Map<UUID, T> byId(List<T> found, Function<T, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
