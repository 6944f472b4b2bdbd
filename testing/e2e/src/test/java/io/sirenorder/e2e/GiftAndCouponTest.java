package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Gifts, and drinks that are paid by coupon or points. */
@Execution(ExecutionMode.CONCURRENT)
@PlaysTogether
class GiftAndCouponTest {
    /** Longer than {@code siren.coupons.reservation-patience}. */
    private static final Duration RESERVATION_PATIENCE = Duration.ofMinutes(1);

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer sender = stack.buyer();
    private final Buyer recipient = stack.buyer();

    @Test
    void a_gift_is_received_and_used() {
        try (Socket till = merchant.till("");
                Socket phone = recipient.phone("")) {
            String giftId = paidGift(recipient.email());
            Frame received =
                    phone.await("gift.received", frame -> frame.text("giftId").equals(giftId));
            assertThat(received.text("message")).isEqualTo("고마워요");

            Answer order = useOnlyCoupon(recipient).expect(201);
            assertThat(order.text("tender")).isEqualTo("COUPON");
            accept(till, order.text("orderId"));
            Eventually.is(() -> giftStatus(sender, giftId), "USED");
            Eventually.is(() -> merchant.balance() > 0, true);
            assertThat(stack.portone().refunded(giftId)).isZero();
        }
    }

    @Test
    void a_gift_received_offline_is_in_the_box_later() {
        String giftId = paidGift(recipient.email());
        Eventually.is(() -> giftStatus(recipient, giftId), "OPENED");
        assertThat(recipient.api().get("/coupons").expect(200).body().path("items"))
                .hasSize(1);
    }

    @Test
    void a_gift_to_an_unknown_address_waits_for_its_owner() {
        String email = "somebody-" + UUID.randomUUID() + "@example.com";
        String giftId = paidGift(email);
        Eventually.is(() -> sender.checkout(giftId).path("outcome").asText(), "GIFT");
        Buyer newcomer = Buyer.signIn(stack.api(), email, "처음");
        Eventually.is(() -> giftStatus(newcomer, giftId), "OPENED");
    }

    @Test
    void a_declined_gift_is_refunded_and_its_coupon_is_void() {
        String giftId = paidGift(recipient.email());
        Eventually.is(() -> giftStatus(recipient, giftId), "OPENED");
        recipient.api().post("/gifts/" + giftId + "/decline", Map.of()).expect(200);
        stack.awaitFullRefund(giftId);
        Eventually.is(() -> giftStatus(sender, giftId), "REFUNDED");
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            assertThat(till.frames("order.placed")).isEmpty();
        }
    }

    @Test
    void a_gift_that_was_not_used_in_time_goes_back_to_its_payer() {
        String giftId = paidGift(recipient.email());
        Eventually.is(() -> giftStatus(recipient, giftId), "OPENED");
        stack.databases().age("coupon", "coupons", "coupon_id", giftId, Duration.ofDays(2));
        stack.databases().age("coupon", "gifts", "gift_id", giftId, Duration.ofDays(2));

        stack.awaitFullRefund(giftId);
        Eventually.is(() -> giftStatus(sender, giftId), "SETTLED");
        Eventually.is(() -> sender.checkout(giftId).path("outcome").asText(), "REFUNDED");
        assertThat(stack.portone().payment(giftId).path("cancellations")).hasSize(1);
    }

    @Test
    void a_stranger_sees_no_gift_and_uses_no_coupon_of_anothers() {
        String giftId = paidGift(recipient.email());
        Eventually.is(() -> giftStatus(recipient, giftId), "OPENED");
        Buyer thief = stack.buyer();
        thief.api().get("/gifts/" + giftId).expect(404);
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            Answer stolen = use(thief, onlyCode(recipient)).expect(409);
            assertThat(stolen.problem()).isEqualTo("coupon-not-usable");
            assertThat(till.frames("order.placed")).isEmpty();
        }
    }

    @Test
    void the_same_gift_webhook_a_hundred_times_gives_one_coupon() {
        String giftId = paidGift(recipient.email());
        Webhook webhook = Webhook.paid(stack, giftId);
        IntStream.range(0, 100)
                .mapToObj(copy -> webhook.sendAsync())
                .toList()
                .forEach(answer -> answer.join().expect(200));
        Eventually.is(() -> giftStatus(recipient, giftId), "OPENED");
        assertThat(recipient.api().get("/coupons").expect(200).body().path("items"))
                .hasSize(1);
    }

    @Test
    void a_coupon_used_fifty_times_in_parallel_makes_one_order() {
        String code = registeredCoupon();
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            List<Integer> statuses = IntStream.range(0, 50)
                    .mapToObj(copy -> recipient.api().callAsync("POST", couponOrders(), Json.of(couponOrder(code))))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().status())
                    .toList();
            assertThat(statuses).isSubsetOf(201, 409, 503);
            assertThat(statuses).filteredOn(status -> status == 201).hasSizeLessThan(2);
            // the one that got the coupon may be told 503 by a busy machine: the coupon comes free, and the buyer asks
            // again
            Eventually.is(() -> isPlaced(till) || use(recipient, code).status() == 201, true, RESERVATION_PATIENCE);
            till.await("order.placed", frame -> true);
            assertThat(use(recipient, code).expect(409).problem()).isEqualTo("coupon-not-usable");
            assertThat(till.frames("order.placed")).hasSize(1);
        }
    }

    private static boolean isPlaced(Socket till) {
        return !till.frames("order.placed").isEmpty();
    }

    @Test
    void a_refused_coupon_order_gives_the_coupon_back() {
        String code = registeredCoupon();
        try (Socket till = merchant.till("")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            String orderId = use(recipient, code).expect(201).text("orderId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.refuse(orderId, "CLOSING").expect(200);
            Eventually.is(() -> onlyCoupon(recipient).path("status").asText(), "REGISTERED");
            use(recipient, code).expect(201);
        }
    }

    @Test
    void a_closed_store_takes_no_coupon() {
        String code = registeredCoupon();
        Answer refused = use(recipient, code).expect(409);
        assertThat(refused.problem()).isEqualTo("store-closed");
        assertThat(refused.text("title") + refused.text("detail")).contains("영업중인 매장이 아닙니다");
        assertThat(onlyCoupon(recipient).path("status").asText()).isEqualTo("REGISTERED");
    }

    @Test
    void six_stamps_become_a_coupon_and_points_are_spent_and_returned() {
        try (Socket till = merchant.till("")) {
            for (int i = 0; i < 6; i++) {
                String orderId = stack.payAtOpenStore(sender, merchant).text("checkoutId");
                accept(till, orderId);
                merchant.finish(orderId).expect(200);
            }
            Eventually.is(() -> loyalty("stamps"), 6L);
            long points = loyalty("points");
            assertThat(points).isPositive();
            sender.api().post("/stamps/exchange", Map.of()).expect(201);
            sender.api().post("/stamps/exchange", Map.of()).expect(409);
            assertThat(loyalty("stamps")).isZero();

            Answer checkout =
                    sender.checkOut(merchant.storeId(), "americano", 1, points).expect(201);
            assertThat(loyalty("points")).isZero();
            stack.portone().pay(checkout).expect(200);
            String orderId = checkout.text("checkoutId");
            till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
            merchant.refuse(orderId, "SOLD_OUT").expect(200);
            stack.awaitFullRefund(orderId);
            Eventually.is(() -> loyalty("points"), points);
            sender.checkOut(merchant.storeId(), "americano", 1, points + 1).expect(409);
        }
    }

    private long loyalty(String kind) {
        return sender.api().get("/loyalty").expect(200).number(kind);
    }

    private String paidGift(String to) {
        Answer checkout = sender.checkOutGift(to, "고마워요").expect(201);
        stack.portone().pay(checkout).expect(200);
        return checkout.text("checkoutId");
    }

    private static String giftStatus(Buyer who, String giftId) {
        return who.api().get("/gifts/" + giftId).text("status");
    }

    private String registeredCoupon() {
        Api operator = stack.operator();
        String code = operator.post("/coupons", Map.of("menuItemId", "americano"))
                .expect(201)
                .text("code");
        recipient.api().post("/coupons/" + code + "/registration", Map.of()).expect(200);
        return code;
    }

    private Answer useOnlyCoupon(Buyer who) {
        Eventually.is(() -> stack.isOpen(merchant), true);
        return use(who, onlyCode(who));
    }

    private Answer use(Buyer who, String code) {
        return who.api().post(couponOrders(), couponOrder(code));
    }

    private String couponOrders() {
        return "/stores/" + merchant.storeId() + "/coupon-orders";
    }

    private static Map<String, Object> couponOrder(String code) {
        return Map.of("code", code, "options", Map.of(), "pickup", "TO_GO");
    }

    private static String onlyCode(Buyer who) {
        return onlyCoupon(who).path("code").asText();
    }

    private static JsonNode onlyCoupon(Buyer who) {
        Eventually.is(
                () -> who.api().get("/coupons").expect(200).body().path("items").size(), 1);
        return who.api().get("/coupons").body().path("items").get(0);
    }

    private void accept(Socket till, String orderId) {
        till.ack(till.await("order.placed", frame -> frame.text("orderId").equals(orderId)));
        merchant.accept(orderId, 5).expect(200);
    }
}
