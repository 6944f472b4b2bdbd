package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    void a_checkout_that_failed_while_portone_was_away_is_had_once_under_its_key() {
        Buyer keyed = new Buyer(
                buyer.api().with("Idempotency-Key", "away-" + merchant.storeId()),
                buyer.buyerId(),
                buyer.email(),
                buyer.token());
        stack.portone().goDown();
        try {
            assertThat(keyed.checkOut(merchant.storeId()).status()).isEqualTo(UNAVAILABLE);
        } finally {
            stack.portone().comeBack();
        }
        Eventually.is(() -> keyed.checkOut(merchant.storeId()).status(), 201, Stack.PATIENCE);
        onlyIsHeld(1);
        Answer again = keyed.checkOut(merchant.storeId()).expect(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        onlyIsHeld(1);
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

    /** Stops the service in its transaction, after it has priced the lines and before it has taken the piece. */
    @Test
    void store_frozen_during_checkout_promises_nothing() {
        count(1);
        try (HeldRows piece =
                stack.databases().hold("store", "SELECT FROM store_stock WHERE " + ofStore() + " FOR UPDATE")) {
            CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> buyer.checkOut(merchant.storeId()));
            Eventually.is(piece::areWaitedFor, true);
            stack.parts().whileFrozen("store-service", () -> {
                piece.close();
                assertThat(asked.join().status()).isEqualTo(UNAVAILABLE);
                assertThat(openCheckouts()).isZero();
            });
        }
        onlyIsHeld(0);
        assertThat(stack.databases().count("store", "SELECT on_hand - held FROM store_stock WHERE " + ofStore()))
                .isEqualTo(1);
        sellsAgain();
    }

    /** The last picture of the tills stands for 45 s; a store that nobody has seen since is closed. */
    @Test
    void without_redis_stores_close_and_what_is_paid_is_made_and_decided_without_it() {
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        stack.parts().whileFrozen("redis", () -> {
            isClosed();
            stack.portone().pay(checkout).expect(200);
            isMade(checkout);
        });
        onlyIsHeld(0);
        try (Socket again = merchant.till("")) {
            sellsAgain();
        }
    }

    /** Orders could not be delivered, since no till can be reached. */
    @Test
    void without_the_gateway_stores_close_and_what_is_paid_is_refused_and_goes_back() {
        Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
        String orderId = checkout.text("checkoutId");
        stack.parts().whileFrozen("notification-gateway", () -> {
            stack.redis().lapse(merchant.storeId());
            isClosed();
            stack.portone().pay(checkout).expect(200);
            stack.awaitFullRefund(orderId);
            assertThat(merchant.order(orderId).path("status").asText()).isEqualTo("REFUSED");
            assertThat(merchant.order(orderId).path("reason").asText()).isEqualTo("STORE_UNREACHABLE");
        });
        onlyIsHeld(0);
        try (Socket again = merchant.till("")) {
            sellsAgain();
        }
    }

    private void count(int pieces) {
        merchant.api()
                .put("/stores/" + merchant.storeId() + "/menu/americano/stock", Map.of("remaining", pieces))
                .expect(200);
    }

    private void isClosed() {
        Eventually.is(this::quoted, "store-closed", Stack.PATIENCE);
        assertThat(buyer.checkOut(merchant.storeId()).problem()).isEqualTo("store-closed");
    }

    /** The problem of a question that takes nothing. */
    private String quoted() {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        return stack.api()
                .post("/quotes", Map.of("storeId", merchant.storeId(), "lines", List.of(line), "pickup", "TO_GO"))
                .problem();
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
        stack.databases().run("store", "UPDATE holds SET ask_at = now() WHERE status = 'HELD' AND " + ofStore());
        Eventually.is(
                () -> stack.databases()
                        .count("store", "SELECT count(*) FROM holds WHERE status = 'HELD' AND " + ofStore()),
                holds,
                Stack.PATIENCE);
        assertThat(openCheckouts()).isEqualTo(holds);
    }

    private long openCheckouts() {
        return stack.databases()
                .count("payment", "SELECT count(*) FROM checkouts WHERE status = 'OPEN' AND " + ofStore());
    }

    private String ofStore() {
        return "store_id = '" + merchant.storeId() + "'";
    }

    private void sellsAgain() {
        Eventually.is(() -> buyer.checkOut(merchant.storeId()).status(), 201, Stack.PATIENCE);
    }
}
