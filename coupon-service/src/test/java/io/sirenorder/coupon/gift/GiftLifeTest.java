package io.sirenorder.coupon.gift;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.newOrder;
import static io.sirenorder.coupon.Calls.reserve;
import static io.sirenorder.coupon.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.coupon.Calls;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.RedisProbe;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gifts from the payment to their end. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class GiftLifeTest {
    @Inject
    Database database;

    @Inject
    Addresses addresses;

    private final String sender = newName();
    private final String recipient = newName();
    private final String email = recipient + "@example.com";
    private final CheckoutId id = new CheckoutId(UUID.randomUUID());

    @BeforeEach
    void theStoreIsThere() {
        StoreStandIn.opens();
    }

    @Test
    void a_paid_gift_waits_for_the_buyer_who_proves_the_address_and_is_told_at_once() {
        send(0);
        asRecipient()
                .get("/gifts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].giftId", equalTo(id.toString()))
                .body("items[0].status", equalTo("SENT"))
                .body("items[0].senderName", equalTo("민수"))
                .body("items[0].message", equalTo("고마워요"))
                .body("items[0].wrap", equalTo("card2"));
        asRecipient().get("/coupons").then().body("items", hasSize(1)).body("items[0].origin", equalTo("GIFT"));
        hears(address(), "gift.received");
        hears(address(), "coupon.issued");
        assertThat(RedisProbe.mail(address()).toString()).doesNotContain(code().replace("-", ""), code());
    }

    @Test
    void other_services_compare_their_books_by_status_and_amounts() {
        send(0);
        asRecipient().get("/gifts").then().body("items", hasSize(1));
        String body = "{\"ids\": [\"%s\", \"%s\"]}".formatted(id, UUID.randomUUID());
        BadInputs.of(body).areRefusedBy("POST", "/internal/gifts/search", Tokens.service("payment"));
        with(Tokens.service("payment"))
                .body(body)
                .post("/internal/gifts/search")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].giftId", equalTo(id.toString()))
                .body("[0].status", equalTo("SENT"))
                .body("[0].refundKrw", nullValue());
        asRecipient().body(body).post("/internal/gifts/search").then().statusCode(403);
    }

    @Test
    void a_payment_service_that_has_lost_a_payment_learns_which_gift_was_bought_with_it() {
        send(0);
        String purchase = "/internal/gifts/" + id + "/purchase";
        Calls.service()
                .get(purchase)
                .then()
                .statusCode(200)
                .body("buyer", equalTo(Tokens.recipient(sender).value()))
                .body("order", nullValue())
                .body("gift.to", equalTo(address().value()))
                .body("gift.senderName", equalTo("민수"))
                .body("gift.line.quantity", equalTo(1))
                .body("pointsKrw", equalTo(0));
        asRecipient().get(purchase).then().statusCode(403);
        Calls.service()
                .get("/internal/gifts/" + UUID.randomUUID() + "/purchase")
                .then()
                .statusCode(404);
    }

    @Test
    void the_address_stays_theirs_when_a_later_token_does_not_prove_it() {
        send(0);
        asRecipient().get("/gifts").then().body("items", hasSize(1));
        buyer(recipient).get("/gifts").then().body("items", hasSize(1));
        buyer(recipient).get("/coupons").then().body("items", hasSize(1));
        Calls.register(recipient, code()).then().statusCode(200);
        reserve(newOrder(), code(), recipient).then().statusCode(200);
    }

    @Test
    void a_head_request_opens_nothing() {
        send(0);
        asRecipient().head(gift()).then().statusCode(200);
        buyer(sender).get(gift()).then().body("status", equalTo("SENT"));
        asRecipient().get(gift()).then().statusCode(200).body("status", equalTo("OPENED"));
    }

    @Test
    void opening_it_is_told_to_the_sender_and_strangers_see_nothing() {
        send(0);
        buyer(sender).get(gift()).then().statusCode(200).body("status", equalTo("SENT"));
        asRecipient().get(gift()).then().statusCode(200).body("status", equalTo("OPENED"));
        asRecipient().get(gift()).then().statusCode(200).body("status", equalTo("OPENED"));
        buyer(sender).get("/gifts?role=sent").then().body("items[0].status", equalTo("OPENED"));
        buyer(sender).get("/gifts").then().body("items", hasSize(0));
        buyer(newName()).get(gift()).then().statusCode(404);
        buyer(newName()).post(gift() + "/decline").then().statusCode(404);
        buyer(sender).post(gift() + "/decline").then().statusCode(404);
        buyer(sender).get("/gifts/" + UUID.randomUUID()).then().statusCode(404);
        buyer(sender).get("/gifts/none").then().statusCode(404);
        buyer(sender).get("/gifts?role=lost").then().statusCode(400);
        hears(Tokens.recipient(sender), "notice");
    }

    @Test
    void a_used_gift_is_used_and_can_not_be_declined() {
        send(0);
        OrderId order = newOrder();
        reserve(order, code(), Map.of(), Tokens.recipient(recipient), address())
                .then()
                .statusCode(200);
        asRecipient().post(gift() + "/decline").then().statusCode(409).body("code", equalTo("gift-already-decided"));
        Heard.store(Heard.couponOrder(order, OrderStatus.ACCEPTED));
        becomes("USED");
        asRecipient().post(gift() + "/decline").then().statusCode(409);
        Heard.store(Heard.couponOrder(order, OrderStatus.REFUSED));
        becomes("OPENED");
        asRecipient().post(gift() + "/decline").then().statusCode(200);
    }

    @Test
    void a_declined_gift_asks_for_its_refund_once_and_is_refunded_when_that_is_done() throws SQLException {
        send(0);
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> asRecipient().post(gift() + "/decline").statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(refundsAskedFor("gift.declined")).isEqualTo(1);
        asRecipient()
                .get("/coupons")
                .then()
                .body("items[0].status", equalTo("REVOKED"))
                .body("items[0].code", nullValue());
        UUID done = Heard.payment(new RefundDone(id, Intent.GIFT, Tokens.recipient(sender), Krw.of(4_500), Heard.NOON));
        StubServices.feed("payment").repeat(done);
        becomes("REFUNDED");
    }

    @Test
    void decline_and_use_at_once_have_one_winner() {
        for (int round = 0; round < 5; round++) {
            CheckoutId each = new CheckoutId(UUID.randomUUID());
            String who = newName();
            Heard.payment(Heard.gift(each, Tokens.recipient(sender), Tokens.recipient(who), 0));
            Eventually.within(Duration.ofSeconds(30))
                    .that(() -> buyer(who).get("/coupons").then().body("items", hasSize(1)));
            String code = buyer(who).get("/coupons").jsonPath().getString("items[0].code");
            List<Integer> statuses = IntStream.range(0, 2)
                    .parallel()
                    .mapToObj(i -> i == 0
                            ? buyer(who).post("/gifts/" + each + "/decline").statusCode()
                            : reserve(newOrder(), code, who).statusCode())
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void an_unused_gift_expires_and_its_money_is_settled() throws SQLException {
        send(0);
        runOut();
        becomes("EXPIRED");
        assertThat(refundsAskedFor("gift.expired")).isEqualTo(1);
        asRecipient().post(gift() + "/decline").then().statusCode(409);
        Heard.payment(new RefundDone(id, Intent.GIFT, Tokens.recipient(sender), Krw.of(4_500), Heard.NOON));
        becomes("SETTLED");
    }

    @Test
    void a_reserved_gift_does_not_expire_and_comes_back_with_a_grace() throws SQLException {
        send(0);
        OrderId order = newOrder();
        reserve(order, code(), Map.of(), address()).then().statusCode(200);
        runOut();
        Eventually.within(Duration.ofSeconds(3))
                .stays(() -> assertThat(status()).isEqualTo("SENT"));
        Heard.store(Heard.couponOrder(order, OrderStatus.EXPIRED));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> asRecipient().get("/coupons").then().body("items[0].status", equalTo("REGISTERED")));
        assertThat(database.count(
                        "SELECT count(*) FROM gifts WHERE gift_id = ?::uuid AND expires_at > now() + interval '50 minutes'",
                        id.toString()))
                .isEqualTo(1);
    }

    @Test
    void the_same_payment_a_hundred_times_is_one_gift() throws SQLException {
        UUID first = Heard.payment(paid(0));
        IntStream.range(0, 99).forEach(i -> StubServices.feed("payment").repeat(first));
        CheckoutId last = new CheckoutId(UUID.randomUUID());
        Heard.payment(Heard.gift(last, Tokens.recipient(sender), address(), 0));
        Eventually.within(Duration.ofSeconds(20))
                .that(() -> assertThat(asRecipient().get("/gifts").jsonPath().getList("items"))
                        .hasSize(2));
        asRecipient().get("/coupons").then().body("items", hasSize(2));
    }

    @Test
    void a_payment_taken_back_outside_voids_the_gift() {
        send(0);
        Heard.payment(cancelled());
        becomes("VOIDED");
        asRecipient().get("/coupons").then().body("items[0].status", equalTo("REVOKED"));
        hears(address(), "notice");
    }

    @Test
    void a_payment_taken_back_while_an_order_waits_voids_the_gift_when_the_order_comes_to_nothing()
            throws SQLException {
        send(0);
        OrderId order = newOrder();
        reserve(order, code(), Map.of(), address()).then().statusCode(200);
        Heard.payment(cancelled());
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(database.one(
                                "SELECT payment_gone_at FROM gifts WHERE gift_id = ?::uuid", id.toString()))
                        .isNotNull());
        assertThat(status()).isEqualTo("SENT");
        Heard.store(Heard.couponOrder(order, OrderStatus.CANCELLED));
        becomes("VOIDED");
        asRecipient().get("/coupons").then().body("items[0].status", equalTo("REVOKED"));
    }

    @Test
    void a_gift_to_oneself_is_a_gift() {
        Heard.payment(Heard.gift(id, Tokens.recipient(sender), Tokens.recipient(sender), 0));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(status()).isEqualTo("OPENED"));
    }

    @Test
    void no_row_says_both_used_and_refunded() {
        send(0);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.run(
                        "UPDATE gifts SET status = 'USED', refund_krw = 1 WHERE gift_id = ?::uuid", id.toString()))
                .hasMessageContaining("gifts_used_or_refunded");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        database.run("UPDATE coupons SET status = 'USED' WHERE coupon_id = ?::uuid", id.toString()))
                .hasMessageContaining("coupons_one_order");
    }

    @Test
    void an_operator_can_not_revoke_what_was_paid_for() {
        send(0);
        Calls.operator()
                .body(Map.of("reason", "x"))
                .post("/coupons/" + code() + "/revocation")
                .then()
                .statusCode(409)
                .body("code", equalTo("coupon-belongs-to-gift"));
    }

    private void send(long points) {
        Heard.payment(paid(points));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(status()).isEqualTo("SENT"));
    }

    private io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved paid(long points) {
        return Heard.gift(id, Tokens.recipient(sender), address(), points);
    }

    private PaymentCancelled cancelled() {
        return new PaymentCancelled(id, Intent.GIFT, Tokens.recipient(sender), Krw.of(4_500), Heard.NOON);
    }

    private void runOut() throws SQLException {
        database.run(
                "UPDATE coupons SET issued_at = issued_at - interval '2 days', expires_at = now() WHERE coupon_id = ?::uuid",
                id.toString());
    }

    private long refundsAskedFor(String type) throws SQLException {
        Eventually.within(Duration.ofSeconds(5))
                .that(() -> assertThat(database.count(
                                "SELECT count(*) FROM event_feed WHERE type = ? AND stream = ?", type, "gift:" + id))
                        .isPositive());
        return database.count(
                "SELECT count(*) FROM event_feed WHERE type = ? AND stream = ? AND (body ->> 'refundKrw')::bigint = 4500",
                type,
                "gift:" + id);
    }

    private void becomes(String status) {
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(status()).isEqualTo(status));
    }

    private static void hears(Recipient who, String type) {
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(RedisProbe.mail(who))
                        .extracting((JsonNode frame) -> frame.path("t").asText())
                        .contains(type));
    }

    private String status() {
        return buyer(sender).get(gift()).jsonPath().getString("status");
    }

    private String code() {
        return asRecipient().get("/coupons").jsonPath().getString("items[0].code");
    }

    private io.restassured.specification.RequestSpecification asRecipient() {
        return with(Tokens.buyer(recipient, email));
    }

    private Recipient address() {
        return addresses.of(email);
    }

    private String gift() {
        return "/gifts/" + id;
    }
}
