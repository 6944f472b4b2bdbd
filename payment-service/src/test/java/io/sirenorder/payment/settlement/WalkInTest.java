package io.sirenorder.payment.settlement;

import static io.sirenorder.payment.Shop.GANGNAM;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments as the original app makes them: without asking us first. */
@QuarkusTest
class WalkInTest extends PaymentTest {
    private static final List<String> REFUNDED = List.of("payment.rejected", "refund.requested", "refund.done");

    @Inject
    Addresses addresses;

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void an_order_that_is_paid_as_the_menu_says_is_approved(String version) {
        String checkout = settled(payment(version, LATTE_WON).with("customData", order(text(details(1, 0)))));
        isApproved(checkout, "ORDER");
        JsonNode approved = ledger.events(checkout).get(0).body();
        assertThat(approved.path("buyer").asText()).startsWith("address:");
        assertThat(approved.path("order").path("storeId").asText()).isEqualTo(GANGNAM.toString());
        assertThat(approved.path("order").hasNonNull("promise")).isFalse(); // nothing is held for it
    }

    /** After a restore PortOne's list brings it again: the order that was made of it must not be made twice. */
    @Test
    void a_payment_that_this_database_has_forgotten_gets_the_same_number_again() {
        String transaction = payment("V2", LATTE_WON)
                .with("customData", order(details(1, 0)))
                .pay()
                .path("transactionId")
                .asText();
        assertThat(SOON.get(() -> ledger.checkoutOf(transaction)))
                .isEqualTo(Checkout.walkInId(new PaymentReference(PortOneVersion.V2, "platform", null, transaction))
                        .toString());
    }

    @Test
    void one_setting_turns_this_way_off_and_gives_the_money_back() {
        WalkIns shut = new WalkIns(shut(), addresses, null, null);
        PortOnePayment seen = new PortOnePayment(
                PortOneVersion.V1,
                "platform",
                anyMerchantUid(),
                "imp_1",
                PaymentState.PAID,
                BigDecimal.valueOf(LATTE_WON),
                BigDecimal.ZERO,
                false,
                "KRW",
                true,
                null,
                null,
                null,
                text(order(details(1, 0))),
                "buyer@example.com",
                null);
        WalkIn walkIn = shut.meet(seen).await().atMost(Duration.ofSeconds(1));
        assertThat(walkIn.objection()).contains("checkout-unknown");
        assertThat(walkIn.buyer()).isEqualTo(addresses.of("buyer@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void data_as_an_object_and_data_encoded_once_more_mean_the_same(String version) {
        isApproved(settled(payment(version, LATTE_WON).with("customData", order(details(1, 0)))), "ORDER");
        String whole = text(order(text(details(1, 0))));
        isApproved(settled(payment(version, LATTE_WON).with("customData", whole)), "ORDER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void a_gift_is_given(String version) {
        String checkout = settled(payment(version, LATTE_WON).with("customData", gift("friend@example.com")));
        isApproved(checkout, "GIFT");
        JsonNode gift = ledger.events(checkout).get(0).body().path("gift");
        assertThat(gift.path("to").asText()).startsWith("address:");
        assertThat(gift.path("senderName").asText()).isEqualTo("철수");
        assertThat(gift.path("wrap").asText()).isEqualTo("card2");
    }

    @Test
    void text_that_no_table_holds_is_placed_with_those_characters_replaced() {
        Map<String, Object> delivery = Map.of("take", true, "memo", "a\u0000b");
        Map<String, Object> data = Map.of(
                "storeId",
                GANGNAM.toString(),
                "orderInfo",
                Map.of("menus", List.of(Map.of("name", "카페라떼", "count", 1)), "deliveryinfo", List.of(delivery)));
        String checkout = settled(payment("V1", LATTE_WON).with("customData", text(order(text(data)))));
        isApproved(checkout, "ORDER");
        assertThat(ledger.events(checkout)
                        .get(0)
                        .body()
                        .path("order")
                        .path("note")
                        .asText())
                .isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void a_sender_of_any_length_is_one_short_line(String version) {
        String from = "고객센터\n\u202e" + "x".repeat(8_000);
        String wish = text(gift("friend@example.com", from)).replace("\u202e", "\\" + "u202e");
        String checkout = settled(payment(version, LATTE_WON).with("customData", wish));
        isApproved(checkout, "GIFT");
        String sender = ledger.events(checkout)
                .get(0)
                .body()
                .path("gift")
                .path("senderName")
                .asText();
        assertThat(sender).hasSize(20).startsWith("고객센터 \uFFFDx");
    }

    @Test
    void a_wish_that_costs_more_than_any_checkout_may_is_refunded() {
        StubServices.answer(
                "POST",
                "/internal/quotes",
                request -> Reply.json(
                        200, new Quote(GANGNAM, "강남점", List.of(Shop.line(30_000)), Krw.of(150_000_000), null)));
        isRefundedBecause(
                settled(payment("V1", LATTE_WON).with("customData", order(details(1, 0)))), "custom-data-unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "garbage", "{}", "{\"type\":\"order\",\"data\":null}"},
            delimiter = ';')
    void unreadable_custom_data_is_refunded_in_full(String customData) {
        Purchase purchase = payment("V1", LATTE_WON);
        String checkout = settled(customData.equals("null") ? purchase : purchase.with("customData", customData));
        isRefundedBecause(checkout, "custom-data-unreadable");
    }

    @Test
    void a_won_too_little_or_too_much_is_refunded_in_full() {
        for (long off : new long[] {-1, 1}) {
            String checkout = settled(payment("V1", LATTE_WON + off).with("customData", order(details(1, 0))));
            isRefundedBecause(checkout, "amount-mismatch");
        }
    }

    @Test
    void points_are_refused_for_a_payer_who_has_not_signed_in() {
        isRefundedBecause(
                settled(payment("V1", LATTE_WON).with("customData", order(details(1, 500)))), "points-need-checkout");
        isRefundedBecause(
                settled(payment("V2", LATTE_WON).with("customData", order(details(1, -500)))), "points-need-checkout");
    }

    @Test
    void a_closed_store_gives_the_money_back() {
        StubServices.answer("POST", "/internal/quotes", request -> Reply.problem(409, "store-closed"));
        isRefundedBecause(settled(payment("V2", LATTE_WON).with("customData", order(details(1, 0)))), "store-closed");
    }

    @Test
    void a_menu_that_we_do_not_have_gives_the_money_back() {
        StubServices.answer("GET", "/menu", request -> Reply.json(200, Map.of("items", List.of())));
        isRefundedBecause(
                settled(payment("V1", LATTE_WON).with("customData", order(details(1, 0)))), "custom-data-unreadable");
    }

    @Test
    void money_of_an_unknown_payer_is_refunded() {
        Purchase purchase =
                Purchase.of(anyMerchantUid(), LATTE_WON).with("version", "V1").with("customData", order(details(1, 0)));
        isRefundedBecause(settled(purchase), "buyer-unknown");
    }

    @Test
    void a_store_service_that_is_down_delays_it_and_loses_nothing() {
        StubServices.answer("POST", "/internal/quotes", request -> Reply.problem(503, "neighbour-unavailable"));
        Purchase purchase = payment("V2", LATTE_WON).with("customData", order(details(1, 0)));
        String transaction = purchase.pay().path("transactionId").asText();
        SOON.that(() -> assertThat(ledger.count(
                        "SELECT count(*) FROM webhooks WHERE payment_id = $1 AND tries > 1",
                        purchase.fields().get("paymentId")))
                .isPositive());
        Shop.opens();
        isApproved(SOON.get(() -> ledger.checkoutOf(transaction)), "ORDER");
    }

    @Test
    void paying_a_checkout_of_ours_through_the_other_version_is_refunded_and_leaves_it_open() {
        String buyer = Shop.anyBuyer();
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        String stray = settled(Purchase.of(checkout, LATTE_WON)
                .with("version", "V1")
                .with("customData", Map.of("type", "order", "checkoutId", checkout)));
        isRefundedBecause(stray, "checkout-not-payable");
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("OPEN");
    }

    private static Purchase payment(String version, long amount) {
        return Purchase.of(anyMerchantUid(), amount).with("version", version).with("buyerEmail", "buyer@example.com");
    }

    private static SettlementConfig shut() {
        return new SettlementConfig() {
            @Override
            public boolean withoutCheckout() {
                return false;
            }

            @Override
            public ForeignPayer foreignPayer() {
                return ForeignPayer.NOTE;
            }
        };
    }

    private static String anyMerchantUid() {
        return "mid_" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static Map<String, Object> order(Object data) {
        return Map.of("type", "order", "data", data);
    }

    private static Map<String, Object> details(int count, long points) {
        Map<String, Object> delivery =
                Map.of("take", true, "size", "Tall", "tempture", "COLD", "packagingMethod", "일회용컵");
        return Map.of(
                "storeId",
                GANGNAM.toString(),
                "orderInfo",
                Map.of(
                        "menus", List.of(Map.of("name", "카페라떼", "detailId", 1, "count", count)),
                        "deliveryinfo", List.of(delivery),
                        "point", points));
    }

    private static Map<String, Object> gift(String to) {
        return gift(to, "철수");
    }

    private static Map<String, Object> gift(String to, String from) {
        Map<String, Object> info = Map.of(
                "from", from, "to", to, "menu", Map.of("name", "카페라떼"), "message", "축하해", "wrappingtype", "card2");
        return Map.of("type", "gift", "data", text(Map.of("giftInfo", info)));
    }

    private static String text(Object value) {
        return Tolerant.mapper().valueToTree(value).toString();
    }

    private String settled(Purchase purchase) {
        String transaction = purchase.pay().path("transactionId").asText();
        return SOON.get(() -> ledger.checkoutOf(transaction));
    }

    private void isApproved(String checkout, String intent) {
        SOON.that(() -> assertThat(ledger.types(checkout)).containsExactly("payment.approved"));
        assertThat(ledger.events(checkout).get(0).body().path("intent").asText())
                .isEqualTo(intent);
    }

    private void isRefundedBecause(String checkout, String reason) {
        SOON.that(() -> assertThat(ledger.types(checkout)).isEqualTo(REFUNDED));
        assertThat(ledger.events(checkout).get(0).body().path("reason").asText())
                .isEqualTo(reason);
    }
}
