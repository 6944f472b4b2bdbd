package io.sirenorder.merchant.wallet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SampleOrder;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class WalletTest {
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private StoreId store;
    private WalletId wallet;
    private String token;

    @BeforeEach
    void register() {
        JsonPath ids = Registrations.fresh();
        store = StoreId.fromString(ids.getString("storeId"));
        wallet = WalletId.fromString(ids.getString("walletId"));
        token = Tokens.merchant(MerchantId.fromString(ids.getString("merchantId")), store, wallet);
    }

    @Test
    void an_accepted_order_is_a_sale_once_however_often_its_event_comes() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        accepted(order);
        accepted(order);
        accepted(order(Tender.CARD, 1_000, 0));
        balanceBecomes(5_500);
        entries().body("items", hasSize(2));
    }

    @Test
    void points_and_coupons_are_sold_at_the_menus_price() {
        accepted(order(Tender.CARD, 3_000, 1_500));
        accepted(order(Tender.COUPON, 0, 4_500));
        balanceBecomes(9_000);
    }

    @Test
    void other_services_compare_their_books_by_sales_and_what_was_taken_back() {
        OrderView kept = order(Tender.CARD, 3_000, 1_500);
        OrderView refused = order(Tender.CARD, 4_500, 0);
        accepted(kept);
        accepted(refused);
        refused(refused);
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(3)));
        String body =
                "{\"ids\": [\"%s\", \"%s\", \"%s\"]}".formatted(kept.orderId(), refused.orderId(), UUID.randomUUID());
        BadInputs.of(body).areRefusedBy("POST", "/internal/sales/search", Tokens.service("payment"));
        given().auth()
                .oauth2(Tokens.service("payment"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/sales/search")
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("find { it.orderId == '%s' }.saleKrw".formatted(kept.orderId()), is(4_500))
                .body("find { it.orderId == '%s' }.chargedKrw".formatted(kept.orderId()), is(3_000))
                .body("find { it.orderId == '%s' }.reversedKrw".formatted(kept.orderId()), is(0))
                .body("find { it.orderId == '%s' }.reversedKrw".formatted(refused.orderId()), is(4_500));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/sales/search")
                .then()
                .statusCode(403);
    }

    @Test
    void an_order_refused_after_all_is_reversed_once() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        accepted(order);
        refused(order);
        refused(order);
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(2)));
        assertThat(balance()).isZero();
    }

    @Test
    void an_order_that_expires_after_its_acceptance_was_lost_is_reversed() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        accepted(order);
        StubServices.feed("store").append(new OrderExpired(order, Tokens.recipient("kim"), NOON), order.version());
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(2)));
        assertThat(balance()).isZero();
    }

    @Test
    void a_refused_order_that_was_never_accepted_changes_nothing() {
        refused(order(Tender.CARD, 4_500, 0));
        accepted(order(Tender.CARD, 1_000, 0));
        balanceBecomes(1_000);
    }

    @Test
    void a_payment_cancelled_outside_is_reversed_even_if_that_is_heard_before_the_sale() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        StubServices.feed("payment").append(cancelled(order), 1);
        accepted(order);
        accepted(order(Tender.CARD, 700, 0));
        balanceBecomes(700);
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(3)));
    }

    @Test
    void a_part_cancelled_outside_is_reversed_once_with_an_entry_of_its_own() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        accepted(order);
        balanceBecomes(4_500);
        StubServices.feed("payment").append(partlyCancelled(order, 1_000, 1_000), 1);
        StubServices.feed("payment").append(partlyCancelled(order, 1_000, 1_000), 2);
        balanceBecomes(3_500);
        StubServices.feed("payment").append(partlyCancelled(order, 500, 1_500), 3);
        balanceBecomes(3_000);
        entries()
                .body("items", hasSize(3))
                .body("items.findAll { it.kind == 'REVERSAL' }.amountKrw.sum()", is(-1_500))
                .body("items.orderId", everyItem(is(order.orderId().toString())));
    }

    @Test
    void a_part_cancelled_before_the_sale_is_heard_of_is_reversed_with_it() {
        OrderView order = order(Tender.CARD, 4_500, 0);
        StubServices.feed("payment").append(partlyCancelled(order, 1_000, 1_000), 1);
        StubServices.feed("payment").append(cancelled(order(Tender.CARD, 1, 0)), 1);
        accepted(order);
        balanceBecomes(3_500);
    }

    @Test
    void an_order_refused_after_a_part_was_cancelled_gives_back_the_rest_alone() {
        OrderView order = order(Tender.CARD, 3_000, 1_500);
        accepted(order);
        StubServices.feed("payment").append(partlyCancelled(order, 1_000, 1_000), 1);
        balanceBecomes(3_500);
        refused(order);
        balanceBecomes(0);
        entries().body("items", hasSize(3)).body("items.findAll { it.kind == 'REVERSAL' }.amountKrw.sum()", is(-4_500));
    }

    @Test
    void entries_come_in_pages_newest_first() {
        for (int i = 1; i <= 5; i++) {
            accepted(order(Tender.CARD, i, 0));
        }
        balanceBecomes(15);
        JsonPath first = get("/entries?limit=3").statusCode(200).extract().jsonPath();
        JsonPath second = get("/entries?limit=3&cursor=" + first.getString("nextCursor"))
                .statusCode(200)
                .body("nextCursor", is((Object) null))
                .extract()
                .jsonPath();
        assertThat(first.getList("items.entryId"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(second.getList("items.entryId"));
        assertThat(second.getList("items")).hasSize(2);
        get("/entries?limit=101").statusCode(400);
        get("/entries?cursor=nonsense").statusCode(400);
    }

    @Test
    void anothers_wallet_looks_like_an_unknown_one() {
        String other = Tokens.merchant(
                new MerchantId(UUID.randomUUID()), new StoreId(UUID.randomUUID()), new WalletId(UUID.randomUUID()));
        given().auth()
                .oauth2(other)
                .get("/wallets/" + wallet)
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
        given().auth()
                .oauth2(Tokens.buyer("kim"))
                .get("/wallets/" + wallet)
                .then()
                .statusCode(403);
        given().get("/wallets/" + wallet).then().statusCode(401);
    }

    private void accepted(OrderView order) {
        StubServices.feed("store").append(new OrderAccepted(order, Tokens.recipient("kim"), NOON), order.version());
    }

    private void refused(OrderView order) {
        StubServices.feed("store").append(new OrderRefused(order, Tokens.recipient("kim"), NOON), order.version());
    }

    private static PaymentCancelled cancelled(OrderView order) {
        CheckoutId checkout = new CheckoutId(order.orderId().value());
        return new PaymentCancelled(checkout, Intent.ORDER, Tokens.recipient("kim"), order.amountKrw(), NOON);
    }

    private static PaymentPartlyCancelled partlyCancelled(OrderView order, long part, long total) {
        CheckoutId checkout = new CheckoutId(order.orderId().value());
        return new PaymentPartlyCancelled(
                checkout,
                Intent.ORDER,
                Tokens.recipient("kim"),
                Krw.of(part),
                Krw.of(total),
                order.amountKrw(),
                NOON.plusSeconds(total));
    }

    private OrderView order(Tender tender, long amount, long discount) {
        return SampleOrder.of(new OrderId(UUID.randomUUID()), store)
                .as(OrderStatus.ACCEPTED, 2)
                .paid(tender, amount, discount)
                .view();
    }

    private void balanceBecomes(long wished) {
        Eventually.within(LIMIT).that(() -> assertThat(balance()).isEqualTo(wished));
    }

    private long balance() {
        return get("").statusCode(200).extract().jsonPath().getLong("balanceKrw");
    }

    private ValidatableResponse entries() {
        return get("/entries").statusCode(200);
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(token).get("/wallets/" + wallet + path).then();
    }
}
