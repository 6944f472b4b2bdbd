package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each dependency in turn does not answer: no money is asked for unless the order could be made, nothing stays held for a sale
 * that was refused, and money that is paid already becomes an order or goes back.
 */
@PlaysAlone
class FailClosedTest {
    private static final int UNAVAILABLE = 503;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();
    private Socket till;

    @BeforeEach
    void open() {
        till = merchant.till("");
        till.onFrame(frame -> {
            if (frame.isA("order.placed")) {
                till.ack(frame);
            }
        });
        Eventually.is(() -> stack.isOpen(merchant), true);
    }

    @AfterEach
    void close() {
        till.close();
        stack.parts().awaitHealthy();
    }

    @Test
    void without_coupon_service_no_points_are_promised_and_a_paid_order_is_made() {
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        stack.parts().whileFrozen("coupon-service", () -> {
            assertThat(buyer.checkOut(merchant.storeId(), "americano", 1, 100).status())
                    .isEqualTo(UNAVAILABLE);
            stack.portone().pay(checkout).expect(200);
            isMade(checkout);
        });
        onlyIsHeld(0);
    }

    @Test
    void without_store_service_nothing_is_sold_and_what_was_paid_is_made_when_it_is_back() {
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        stack.parts().whileFrozen("store-service", () -> {
            assertThat(buyer.checkOut(merchant.storeId()).status()).isEqualTo(UNAVAILABLE);
            stack.portone().pay(checkout).expect(200);
            Eventually.is(
                    () -> buyer.checkout(checkout.text("checkoutId"))
                            .path("status")
                            .asText(),
                    "PAID");
        });
        isMade(checkout);
        onlyIsHeld(0);
    }

    @Test
    void without_portone_nothing_is_sold_nothing_stays_held_and_open_orders_go_on() {
        String placed = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
        isPlaced(placed);
        stack.portone().goDown();
        try {
            assertThat(buyer.checkOut(merchant.storeId()).status()).isEqualTo(UNAVAILABLE);
            merchant.accept(placed, 5).expect(200);
            merchant.finish(placed).expect(200);
        } finally {
            stack.portone().comeBack();
        }
        onlyIsHeld(0);
        sellsAgain();
    }

    @Test
    void without_the_databases_what_is_paid_meanwhile_becomes_an_order_or_goes_back() {
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        stack.parts().kill("postgres");
        stack.portone().pay(checkout).expect(200);
        stack.parts().awaitHealthy();
        String paymentId = checkout.text("checkoutId");
        long paid = checkout.number("amountKrw");
        Eventually.is(
                () -> merchant.api().get("/orders/" + paymentId).status() == 200
                        || stack.portone().refunded(paymentId) == paid,
                true,
                Stack.PATIENCE);
        sellsAgain();
    }

    @Test
    void without_merchant_service_a_paid_order_is_made_and_its_sale_is_booked_later() {
        long before = merchant.balance();
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        stack.parts().whileFrozen("merchant-service", () -> {
            stack.portone().pay(checkout).expect(200);
            isMade(checkout);
        });
        Eventually.is(merchant::balance, before + checkout.number("amountKrw"), Stack.PATIENCE);
    }

    private void isMade(Answer checkout) {
        String orderId = checkout.text("checkoutId");
        isPlaced(orderId);
        merchant.accept(orderId, 5).expect(200);
        merchant.finish(orderId).expect(200);
    }

    private void isPlaced(String orderId) {
        Eventually.is(() -> merchant.api().get("/orders/" + orderId).status(), 200, Stack.PATIENCE);
        assertThat(merchant.order(orderId).path("status").asText()).isEqualTo("WAITING");
    }

    /** A checkout that was refused gives its hold back, at once or when store-service asks about it. */
    private void onlyIsHeld(long holds) {
        String ofStore = "store_id = '" + merchant.storeId() + "'";
        stack.databases().run("store", "UPDATE holds SET ask_at = now() WHERE status = 'HELD' AND " + ofStore);
        Eventually.is(
                () -> stack.databases()
                        .count("store", "SELECT count(*) FROM holds WHERE status = 'HELD' AND " + ofStore),
                holds,
                Stack.PATIENCE);
        assertThat(stack.databases()
                        .count("payment", "SELECT count(*) FROM checkouts WHERE status = 'OPEN' AND " + ofStore))
                .isEqualTo(holds);
    }

    private void sellsAgain() {
        Eventually.is(() -> buyer.checkOut(merchant.storeId()).status(), 201, Stack.PATIENCE);
    }
}
