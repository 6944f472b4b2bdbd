package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A webhook is a hint: doubled, forged, stale or shuffled, it changes nothing but time. */
@PlaysAlone
class WebhookTest {
    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();

    @Test
    void the_same_webhook_a_hundred_times_in_parallel_places_one_order() {
        try (Socket till = merchant.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            Webhook webhook = Webhook.paid(stack, orderId);
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 100)
                    .mapToObj(copy -> webhook.sendAsync())
                    .toList();
            // PortOne sends again what is answered 503, as a busy machine may do of so many at once
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isIn(200, 503));
            Eventually.is(() -> webhook.sendAsync().join().status(), 200);

            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.accept(orderId, 5).expect(200);
            merchant.finish(orderId).expect(200);
            long price = buyer.order(orderId).path("amountKrw").asLong();
            Eventually.is(merchant::balance, price);
            assertThat(till.frames("order.placed")).hasSize(1);
            assertThat(stack.portone().refunded(orderId)).isZero();
        }
    }

    @Test
    void a_forged_amount_is_no_order_and_goes_back_in_full() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
            String id = checkout.text("checkoutId");
            stack.portone().forgeAmount(id, 100);
            stack.portone().pay(checkout).expect(200);

            stack.awaitFullRefund(id);
            phone.await("notice", frame -> frame.text("subject").contains(id));
            Eventually.is(() -> buyer.checkout(id).path("outcome").asText(), "REFUNDED");
            assertThat(buyer.checkout(id).path("reason").asText()).isEqualTo("amount-mismatch");
            buyer.api().get("/orders/" + id).expect(404);
            assertThat(till.frames("order.placed")).isEmpty();
        }
    }

    @Test
    void an_unsigned_a_forged_and_a_stale_webhook_are_refused() {
        Webhook webhook = Webhook.paid(stack, UUID.randomUUID().toString());
        assertThat(webhook.unsigned().status()).isEqualTo(400);
        assertThat(webhook.signedBy("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").status())
                .isEqualTo(400);
        assertThat(webhook.at(Instant.now().minus(Duration.ofMinutes(6))).status())
                .isEqualTo(400);
        assertThat(webhook.at(Instant.now().plus(Duration.ofMinutes(6))).status())
                .isEqualTo(400);
        assertThat(webhook.tampered().status()).isEqualTo(400);
    }

    @Test
    void a_genuine_webhook_of_an_unknown_payment_or_type_is_taken_and_changes_nothing() {
        assertThat(Webhook.paid(stack, UUID.randomUUID().toString())
                        .sendAsync()
                        .join()
                        .status())
                .isEqualTo(200);
        ObjectNode unknown = Json.object().put("type", "Moon.Landed").put("timestamp", "2026-01-01T00:00:00Z");
        unknown.set("data", Json.of(Map.of("crater", "Tycho")));
        assertThat(Webhook.of(stack, unknown.toString()).sendAsync().join().status())
                .isEqualTo(200);
    }

    @Test
    void a_payment_whose_webhook_never_comes_is_found() {
        try (Socket till = merchant.till("")) {
            Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
            String id = checkout.text("checkoutId");
            stack.portone().loseWebhooks(id);
            stack.portone().pay(checkout).expect(200);
            till.await("order.placed", frame -> frame.text("orderId").equals(id), Duration.ofMinutes(2));
        }
    }

    @Test
    void the_console_cancels_a_paid_order() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.accept(orderId, 5).expect(200);
            stack.portone().cancelInConsole(orderId);

            phone.await(
                    "order.status",
                    frame -> frame.text("orderId").equals(orderId)
                            && frame.text("reason").equals("PAYMENT_CANCELLED"));
            till.await("order.changed", frame -> frame.text("status").equals("REFUSED"));
            Eventually.is(merchant::balance, 0L);
            assertThat(stack.portone().payment(orderId).path("cancellations")).hasSize(1);
        }
    }

    @Test
    void parts_that_the_console_cancels_are_booked_once_each_and_told_to_till_and_buyer() {
        try (Socket till = merchant.till("");
                Socket phone = buyer.phone("")) {
            Answer checkout = stack.payAtOpenStore(buyer, merchant);
            String orderId = checkout.text("checkoutId");
            long price = checkout.number("amountKrw");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.accept(orderId, 5).expect(200);

            stack.portone().cancelInConsole(orderId, 1_000);
            phone.await("notice", frame -> frame.text("kind").equals("payment.partly-cancelled"));
            till.await("notice", frame -> frame.text("kind").equals("payment.partly-cancelled"));
            merchant.finish(orderId).expect(200);
            Eventually.is(merchant::balance, price - 1_000);

            stack.portone().cancelInConsole(orderId, 500);
            Eventually.is(merchant::balance, price - 1_500);
            assertThat(entries()).containsExactlyInAnyOrder(price, -1_000L, -500L);
            assertThat(buyer.order(orderId).path("status").asText()).isEqualTo("FINISHED");
            assertThat(stack.portone().payment(orderId).path("cancellations")).hasSize(2);
        }
    }

    private List<Long> entries() {
        List<Long> amounts = new ArrayList<>();
        merchant.api()
                .get("/wallets/" + merchant.walletId() + "/entries")
                .expect(200)
                .body()
                .path("items")
                .forEach(entry -> amounts.add(entry.path("amountKrw").asLong()));
        return amounts;
    }

    @Test
    void portone_down_at_refund_time_only_delays_the_refund() {
        try (Socket till = merchant.till("")) {
            String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            stack.portone().goDown();
            try {
                merchant.refuse(orderId, "TOO_BUSY").expect(200);
                Eventually.is(() -> buyer.order(orderId).path("refund").asText(), "due");
            } finally {
                stack.portone().comeBack();
            }
            stack.awaitFullRefund(orderId);
            Eventually.is(() -> buyer.order(orderId).path("refund").asText(), "done");
            assertThat(stack.portone().payment(orderId).path("cancellations")).hasSize(1);
        }
    }
}
