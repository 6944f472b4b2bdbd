package io.sirenorder.payment.settlement;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.client.RetryOnce;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the other services whether an order or a gift was made of a payment that this database does not know: after a restore
 * to an earlier moment it has lost checkouts whose orders were made long ago.
 */
@ApplicationScoped
class LostCheckouts {
    private static final int NONE = 404;

    private final OrderPurchaseApi orders;
    private final GiftPurchaseApi gifts;

    /** A checkout that was lost, and what was bought with it. */
    record Lost(CheckoutId checkoutId, Purchase purchase) {}

    LostCheckouts(@RestClient OrderPurchaseApi orders, @RestClient GiftPurchaseApi gifts) {
        this.orders = orders;
        this.gifts = gifts;
    }

    /** Empty only when both services say that they made nothing of it; fails while one of them can't be asked. */
    Uni<Optional<Lost>> find(PortOnePayment seen) {
        return Multi.createFrom()
                .iterable(ids(seen))
                .onItem()
                .transformToUniAndConcatenate(this::find)
                .select()
                .where(Optional::isPresent)
                .collect()
                .first()
                .map(found -> found == null ? Optional.empty() : found);
    }

    /** A payment is known by the number of its checkout, or, where it had none, by the one made of its transaction. */
    private static List<CheckoutId> ids(PortOnePayment seen) {
        return Stream.concat(
                        SettlementDesk.checkoutId(seen.paymentId()).stream(),
                        Stream.of(Checkout.walkInId(seen.reference())))
                .toList();
    }

    private Uni<Optional<Lost>> find(CheckoutId id) {
        return ask(orders.purchase(id.toString()))
                .chain(order -> order.isPresent() ? Uni.createFrom().item(order) : ask(gifts.purchase(id.toString())))
                .map(found -> found.map(purchase -> new Lost(id, purchase)));
    }

    private static Uni<Optional<Purchase>> ask(Uni<Purchase> call) {
        return RetryOnce.asked(CallerContext.after(call))
                .map(Optional::of)
                .onFailure(LostCheckouts::isNone)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isNone(Throwable failure) {
        return failure instanceof NeighbourProblem problem && problem.status() == NONE;
    }
}
