package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The life of an order that was paid through PortOne. */
@Execution(ExecutionMode.CONCURRENT)
@PlaysTogether
class PaidOrderTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void a_paid_order_is_accepted_and_finished() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            Answer checkout = stack.payAtOpenStore(buyer, merchant);
            String orderId = checkout.text("checkoutId");

            Frame ticket = till.await("order.placed", aboutOrder(orderId));
            assertThat(ticket.d().path("amountKrw").asLong()).isEqualTo(checkout.number("amountKrw"));
            till.ack(ticket);
            phone.await("order.status", status(orderId, "wait"));
            phone.await(
                    "order.status",
                    status(orderId, "wait")
                            .and(frame -> frame.d().path("delivered").asBoolean()));

            merchant.accept(orderId, 5).expect(200);
            phone.await("order.status", status(orderId, "accept"));
            merchant.finish(orderId).expect(200);
            Frame finished = phone.await("order.status", status(orderId, "finish"));
            assertThat(finished.d().path("stampsEarned").asLong()).isEqualTo(1);

            Eventually.is(merchant::balance, checkout.number("amountKrw"));
            Eventually.is(() -> buyer.checkout(orderId).path("outcome").asText(), "ORDER");
            assertThat(stack.portone().refunded(orderId)).isZero();
            assertThat(versions(phone, orderId)).isSorted();
        }
    }

    @Test
    void a_refused_order_is_refunded_once() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            String orderId = placedOrder(till);
            merchant.refuse(orderId, "SOLD_OUT").expect(200);

            Frame refused = phone.await("order.status", status(orderId, "refuse"));
            assertThat(refused.text("reason")).isEqualTo("SOLD_OUT");
            stack.awaitFullRefund(orderId);
            phone.await("order.status", frame -> frame.text("refund").equals("done"));
            assertThat(stack.portone().payment(orderId).path("cancellations")).hasSize(1);
            Eventually.is(() -> buyer.checkout(orderId).path("outcome").asText(), "REFUNDED");
        }
    }

    @Test
    void an_accepted_order_that_is_refused_after_all_reverses_the_sale() {
        try (Socket till = merchant.till("")) {
            String orderId = placedOrder(till);
            merchant.accept(orderId, 5).expect(200);
            Eventually.is(() -> merchant.balance() > 0, true);
            merchant.refuse(orderId, "CANNOT_PREPARE").expect(200);
            stack.awaitFullRefund(orderId);
            Eventually.is(merchant::balance, 0L);
        }
    }

    @Test
    void an_unanswered_order_is_refunded_by_the_clock() {
        Merchant hurried = stack.hurriedMerchant();
        try (Socket till = hurried.till("");
                Socket phone = buyer.phone("")) {
            String orderId = placedOrder(hurried, till);
            Frame expired = phone.await("order.status", status(orderId, "expire"), Stack.PATIENCE);
            assertThat(expired.text("reason")).isEqualTo("NO_ANSWER");
            stack.awaitFullRefund(orderId);
        }
    }

    @Test
    void an_order_that_no_till_acknowledges_is_refunded_by_the_clock() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            Frame expired = phone.await("order.status", status(orderId, "expire"), Stack.PATIENCE);
            assertThat(expired.text("reason")).isEqualTo("STORE_UNREACHABLE");
            stack.awaitFullRefund(orderId);
            assertThat(till.frames("order.placed")).as("pushed again").hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_buyer_cancels_before_accept() {
        try (Socket till = merchant.till("")) {
            String orderId = placedOrder(till);
            buyer.cancel(orderId).expect(200);
            till.await("order.changed", aboutOrder(orderId));
            stack.awaitFullRefund(orderId);
            assertThat(merchant.accept(orderId, 5).expect(409).problem()).isEqualTo("order-already-decided");
        }
    }

    @Test
    void the_race_of_cancel_and_accept_has_one_winner() {
        try (Socket till = merchant.till("")) {
            for (int race = 0; race < 10; race++) {
                String orderId = placedOrder(till);
                CompletableFuture<Answer> accept = merchant.api()
                        .callAsync(
                                "POST",
                                "/orders/" + orderId + "/acceptance",
                                Json.object().put("minutes", 5));
                CompletableFuture<Answer> cancel =
                        buyer.api().callAsync("POST", "/orders/" + orderId + "/cancellation", Json.object());
                List<Integer> statuses = Stream.of(accept, cancel)
                        .map(answer -> answer.join().status())
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                assertThat(buyer.order(orderId).path("status").asText())
                        .isEqualTo(statuses.get(0) == 200 ? "ACCEPTED" : "CANCELLED");
            }
        }
    }

    @Test
    void two_tills_make_one_decision() {
        try (Socket left = merchant.till("");
                Socket right = merchant.till("")) {
            String orderId = placedOrder(left);
            right.await("order.placed", aboutOrder(orderId));
            JsonNode accept = Json.object().put("orderId", orderId).put("minutes", 5);
            JsonNode refuse = Json.object().put("orderId", orderId).put("reason", "TOO_BUSY");

            assertThat(left.command("order.refuse", refuse).json().path("ok").asBoolean())
                    .isTrue();
            Frame late = right.command("order.accept", accept);
            assertThat(late.json().path("ok").asBoolean()).isFalse();
            assertThat(late.json().path("error").path("code").asText()).isEqualTo("order-already-decided");
            right.await("order.changed", aboutOrder(orderId));
            assertThat(buyer.order(orderId).path("status").asText()).isEqualTo("REFUSED");
        }
    }

    @Test
    void a_store_that_closed_after_the_payment_began_refuses_and_refunds() {
        Answer checkout;
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            checkout = stack.checkOutAtOpenStore(buyer, merchant);
            till.command("store.close", Json.object());
            Eventually.is(() -> stack.isOpen(merchant), false);
            stack.portone().pay(checkout).expect(200);
            Frame refused = phone.await("order.status", status(checkout.text("checkoutId"), "refuse"));
            assertThat(refused.text("reason")).isEqualTo("STORE_CLOSED");
            assertThat(till.frames("order.placed")).isEmpty();
        }
        stack.awaitFullRefund(checkout.text("checkoutId"));
    }

    private String placedOrder(Socket till) {
        return placedOrder(merchant, till);
    }

    private String placedOrder(Merchant at, Socket till) {
        String orderId = stack.payAtOpenStore(buyer, at).text("checkoutId");
        till.ack(till.await("order.placed", aboutOrder(orderId)));
        return orderId;
    }

    private static java.util.function.Predicate<Frame> aboutOrder(String orderId) {
        return frame -> frame.text("orderId").equals(orderId);
    }

    private static java.util.function.Predicate<Frame> status(String orderId, String status) {
        return aboutOrder(orderId).and(frame -> frame.text("status").equals(status));
    }

    private static List<Long> versions(Socket phone, String orderId) {
        return phone.frames("order.status").stream()
                .filter(aboutOrder(orderId))
                .map(frame -> frame.d().path("version").asLong())
                .toList();
    }
}
