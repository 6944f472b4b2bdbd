package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Requests with an {@code Idempotency-Key}: at the same moment, with something else, by somebody else, again after a refusal. */
@Execution(ExecutionMode.CONCURRENT)
@PlaysTogether
class RepeatedRequestsTest {
    private static final int MANY = 20;
    private static final String REUSED = "idempotency-key-reused";
    /** Answers while the first request is being worked on, or of a busy machine. */
    private static final List<String> COME_BACK = List.of("idempotency-key-in-flight", "neighbour-unavailable");

    /** One key each, although some differ only in case or look like something else. */
    private static final List<String> ODD_KEYS = List.of(
            "Key",
            "key",
            "\"key\"",
            "key,key",
            "k\te y",
            "caf%C3%A9",
            "%00",
            "../key?a=b#c",
            "';--",
            "{}",
            "k".repeat(255));

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Buyer buyer = stack.buyer();
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_checkout_that_is_asked_for_twenty_times_at_once_is_one_and_becomes_one_order() {
        try (Socket till = openTill()) {
            Answer checkout = onlyAnswer(buyer.api(), "/checkouts", order("TO_GO"), 201);
            assertThat(checkouts()).isEqualTo(1);
            stack.portone().pay(checkout).expect(200);
            till.await("order.placed", frame -> true);
            isReplayed(keyed(buyer.api()).post("/checkouts", order("TO_GO")), checkout);
            assertThat(checkouts()).isEqualTo(1);
            assertThat(till.frames("order.placed"))
                    .allMatch(frame -> frame.text("orderId").equals(checkout.text("checkoutId")));
        }
    }

    @Test
    void a_key_stands_for_one_checkout_of_one_buyer() {
        try (Socket till = openTill()) {
            Answer checkout =
                    keyed(buyer.api()).post("/checkouts", order("TO_GO")).expect(201);
            isReused(keyed(buyer.api()).post("/checkouts", order("DINE_IN")));
            assertThat(checkouts()).isEqualTo(1);
            Answer others = keyed(stack.buyer().api())
                    .post("/checkouts", order("TO_GO"))
                    .expect(201);
            isNew(others);
            assertThat(others.text("checkoutId")).isNotEqualTo(checkout.text("checkoutId"));
        }
    }

    @Test
    void a_checkout_that_was_refused_since_the_store_was_closed_may_be_had_under_the_same_key() {
        Eventually.is(() -> stack.api().get("/stores/" + merchant.storeId()).status(), 200);
        Answer refused = keyed(buyer.api()).post("/checkouts", order("TO_GO"));
        assertThat(refused.problem()).isEqualTo("store-closed");
        try (Socket till = openTill()) {
            Answer checkout =
                    keyed(buyer.api()).post("/checkouts", order("TO_GO")).expect(201);
            isNew(checkout);
            isReplayed(keyed(buyer.api()).post("/checkouts", order("TO_GO")), checkout);
        }
        assertThat(checkouts()).isEqualTo(1);
    }

    @Test
    void a_decision_is_made_once_and_its_key_decides_nothing_else() {
        try (Socket till = openTill()) {
            String orderId = placed(till);
            String path = "/orders/" + orderId;
            Answer accepted = onlyAnswer(merchant.api(), path + "/acceptance", minutes(5), 200);
            isReused(keyed(merchant.api()).post(path + "/acceptance", minutes(50)));
            isReused(keyed(merchant.api()).post(path + "/refusal", Map.of("reason", "SOLD_OUT")));
            isReused(keyed(merchant.api()).post(path + "/completion", null));
            Answer stranger = keyed(stack.merchant().api()).post(path + "/acceptance", minutes(5));
            assertThat(stranger.status()).isEqualTo(404);
            isNew(stranger);
            assertThat(merchant.order(orderId)).isEqualTo(accepted.body());
            assertThat(stack.portone().refunded(orderId)).isZero();
        }
    }

    @Test
    void a_coupon_order_that_is_asked_for_twenty_times_at_once_is_one() {
        try (Socket till = openTill()) {
            String code = registeredCoupon();
            Map<String, Object> wish = Map.of("code", code, "options", Map.of(), "pickup", "TO_GO");
            String path = "/stores/" + merchant.storeId() + "/coupon-orders";
            Answer order = onlyAnswer(buyer.api(), path, wish, 201);
            isReused(keyed(buyer.api()).post(path, Map.of("code", code, "options", Map.of(), "pickup", "DINE_IN")));
            isReused(keyed(buyer.api()).post("/orders/" + order.text("orderId") + "/cancellation", null));
            assertThat(buyer.api().get("/orders").expect(200).body().path("items"))
                    .hasSize(1);
            assertThat(buyer.order(order.text("orderId")).path("status").asText())
                    .isEqualTo("WAITING");
        }
    }

    @Test
    void a_store_that_is_registered_twenty_times_at_once_under_one_key_is_one() {
        Map<String, Object> store = Map.of(
                "name", "한 번 카페",
                "address", "서울특별시 중구 세종대로 110",
                "location", Map.of("latitude", 37.5, "longitude", 127.0),
                "phone", "02-555-0100");
        Map<String, Object> wish = Map.of("password", Merchant.PASSWORD, "store", store);
        Answer registered = onlyAnswer(stack.api(), "/merchants", wish, 201);
        isReused(keyed(stack.api()).post("/merchants", Map.of("password", Merchant.PASSWORD + "!", "store", store)));
        Merchant.signIn(
                stack.api(),
                registered.text("merchantId"),
                registered.text("storeId"),
                registered.text("walletId"),
                Merchant.PASSWORD);
    }

    @Test
    void a_key_of_strange_characters_is_a_key_and_one_that_is_too_long_is_none() {
        List<String> made = new ArrayList<>();
        for (String odd : ODD_KEYS) {
            Answer gift = gift(odd).expect(201);
            isReplayed(gift(odd), gift);
            made.add(gift.text("checkoutId"));
        }
        assertThat(made).doesNotHaveDuplicates();
        for (String bad : List.of("", " ", "k".repeat(256))) {
            Answer refused = gift(bad);
            assertThat(refused.status()).as("'%s': %s", bad, refused.body()).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("invalid-request");
        }
    }

    private Answer gift(String odd) {
        Api api = buyer.api().with("Idempotency-Key", odd);
        return new Buyer(api, buyer.buyerId(), buyer.email(), buyer.token()).checkOutGift("friend@example.com", "축하해");
    }

    /** Asks many times at once, and once more; who is told to come back does. All are answered with one thing. */
    private Answer onlyAnswer(Api caller, String path, Object wish, int wished) {
        List<CompletableFuture<Answer>> asked = IntStream.range(0, MANY)
                .mapToObj(copy -> keyed(caller).callAsync("POST", path, wish))
                .toList();
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();
        Eventually.is(() -> keyed(caller).post(path, wish).status(), wished);
        Answer kept = keyed(caller).post(path, wish).expect(wished);
        isReplayed(kept, kept);
        for (Answer answer : answers) {
            if (COME_BACK.contains(answer.problem())) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            } else {
                assertThat(answer.expect(wished).body()).isEqualTo(kept.body());
            }
        }
        assertThat(answers)
                .filteredOn(answer -> answer.status() == wished && !isReplay(answer))
                .hasSizeLessThan(2);
        return kept;
    }

    private Socket openTill() {
        Socket till = merchant.till("");
        till.onFrame(frame -> {
            if (frame.isA("order.placed")) {
                till.ack(frame);
            }
        });
        Eventually.is(() -> stack.isOpen(merchant), true);
        return till;
    }

    private String placed(Socket till) {
        String orderId = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
        till.await("order.placed", frame -> frame.text("orderId").equals(orderId));
        return orderId;
    }

    private String registeredCoupon() {
        String code = stack.operator()
                .post("/coupons", Map.of("menuItemId", "americano"))
                .expect(201)
                .text("code");
        buyer.api().post("/coupons/" + code + "/registration", null).expect(200);
        return code;
    }

    private Api keyed(Api api) {
        return api.with("Idempotency-Key", key);
    }

    private Map<String, Object> order(String pickup) {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        return Map.of("intent", "ORDER", "storeId", merchant.storeId(), "lines", List.of(line), "pickup", pickup);
    }

    private static Map<String, Object> minutes(int minutes) {
        return Map.of("minutes", minutes);
    }

    private long checkouts() {
        return stack.databases()
                .count("payment", "SELECT count(*) FROM checkouts WHERE store_id = '" + merchant.storeId() + "'");
    }

    private static void isReused(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(REUSED);
    }

    private static void isReplayed(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(isReplay(again)).as("%s", again).isTrue();
    }

    private static void isNew(Answer answer) {
        assertThat(isReplay(answer)).as("%s", answer).isFalse();
    }

    private static boolean isReplay(Answer answer) {
        return answer.headers().firstValue("Idempotency-Replayed").isPresent();
    }
}
