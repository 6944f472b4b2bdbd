package io.sirenorder.payment.fulfilment;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of difference is planted in the books of another service, found, and forgotten once it is mended. */
@QuarkusTest
class FulfilmentTest extends PaymentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    FulfilmentJob job;

    private final String buyer = Shop.anyBuyer();
    private OtherBooks books;

    @BeforeEach
    void openBooks() {
        books = OtherBooks.open();
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                plant("order-missing", FulfilmentTest::ordered, (books, id) -> {}),
                plant("order-amount", FulfilmentTest::ordered, (books, id) -> books.order(id, "WAITING", 4_000)),
                plant(
                        "order-not-refunded",
                        FulfilmentTest::ordered,
                        (books, id) -> books.order(id, "EXPIRED", LATTE_WON)),
                plant(
                        "order-of-refunded",
                        FulfilmentTest::refused,
                        (books, id) -> books.order(id, "ACCEPTED", LATTE_WON).sale(id, LATTE_WON, 0)),
                plant(
                        "order-of-rejected",
                        FulfilmentTest::rejected,
                        (books, id) -> books.order(id, "WAITING", LATTE_WON)),
                plant("order-unpaid", FulfilmentTest::unpaid, (books, id) -> books.order(id, "WAITING", LATTE_WON)),
                plant("sale-missing", FulfilmentTest::ordered, (books, id) -> books.order(id, "FINISHED", LATTE_WON)),
                plant(
                        "sale-amount",
                        FulfilmentTest::ordered,
                        (books, id) -> books.order(id, "FINISHED", LATTE_WON).sale(id, 9_000, 0)),
                plant(
                        "sale-of-ended",
                        FulfilmentTest::refused,
                        (books, id) -> books.order(id, "REFUSED", LATTE_WON).sale(id, LATTE_WON, 0)),
                plant("gift-missing", FulfilmentTest::gift, (books, id) -> {}),
                plant("gift-amount", FulfilmentTest::gift, (books, id) -> books.gift(id, "SENT", 4_000, null)),
                plant(
                        "gift-not-refunded",
                        FulfilmentTest::gift,
                        (books, id) -> books.gift(id, "EXPIRED", LATTE_WON, LATTE_WON)),
                plant(
                        "gift-of-refunded",
                        FulfilmentTest::giftPaidBack,
                        (books, id) -> books.gift(id, "OPENED", LATTE_WON, null)),
                plant(
                        "gift-refund",
                        FulfilmentTest::giftPaidBack,
                        (books, id) -> books.gift(id, "SETTLED", LATTE_WON, 4_500L)),
                plant(
                        "gift-of-rejected",
                        FulfilmentTest::rejected,
                        (books, id) -> books.gift(id, "SENT", LATTE_WON, null)),
                plant("gift-unpaid", FulfilmentTest::unpaid, (books, id) -> books.gift(id, "SENT", LATTE_WON, null)));
    }

    private interface Scene {
        String play(FulfilmentTest test);
    }

    private interface Plant {
        void in(OtherBooks books, String id);
    }

    private static Arguments plant(String kind, Scene scene, Plant plant) {
        return arguments(kind, scene, plant);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void a_planted_difference_is_found_on_the_second_look(String kind, Scene scene, Plant plant) {
        String id = scene.play(this);
        plant.in(books, id);
        SOON.that(() -> {
            look();
            assertThat(kinds(id)).containsExactly(kind);
        });
        assertThat(ledger.count(
                        "SELECT count(*) FROM fulfilment_differences WHERE checkout_id = $1 AND last_at > first_at",
                        UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void books_that_agree_show_nothing_and_a_mended_difference_goes() {
        String id = ordered();
        books.order(id, "WAITING", LATTE_WON);
        isCompared(id);
        assertThat(found(id)).isZero();
        books.order(id, "FINISHED", LATTE_WON);
        SOON.that(() -> {
            look();
            assertThat(kinds(id)).containsExactly("sale-missing");
        });
        books.sale(id, LATTE_WON, 0);
        look();
        assertThat(kinds(id)).isEmpty();
    }

    @Test
    void a_service_that_does_not_answer_is_asked_again_from_the_same_place() {
        StubServices.answer("POST", "/internal/sales/search", request -> Reply.problem(503, "neighbour-unavailable"));
        String id = ordered();
        look();
        look();
        assertThat(found(id)).isZero();
        books = OtherBooks.open();
        SOON.that(() -> {
            look();
            assertThat(kinds(id)).containsExactly("order-missing");
        });
    }

    @Test
    void one_replica_compares_at_a_time() {
        String id = ordered();
        ledger.run("""
                INSERT INTO sweeps (name, until, lease_at) VALUES ('fulfilment', now(), now() + interval '1 minute')
                ON CONFLICT (name) DO UPDATE SET lease_at = EXCLUDED.lease_at""");
        look();
        assertThat(StubServices.requests()).noneMatch(request -> request.path().endsWith("/internal/orders/search"));
        ledger.run("UPDATE sweeps SET lease_at = now() - interval '1 second' WHERE name = 'fulfilment'");
        SOON.that(() -> {
            look();
            assertThat(kinds(id)).containsExactly("order-missing");
        });
    }

    private String ordered() {
        String id = paid(LATTE_WON);
        Orders.of(buyer, id).placed();
        SOON.that(
                () -> assertThat(Shop.progress(buyer, id).getString("outcome")).isEqualTo("ORDER"));
        return id;
    }

    private String refused() {
        String id = ordered();
        Orders.of(buyer, id).refused();
        SOON.that(() -> assertThat(ledger.refunds(id)).containsExactly("DONE"));
        return id;
    }

    private String rejected() {
        String id = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(id, LATTE_WON).pay();
        Shop.becomes(buyer, id, "PAID");
        ledger.run(
                "UPDATE checkouts SET verdict = 'REJECTED', outcome = 'REFUNDED' WHERE id = $1", UUID.fromString(id));
        return id;
    }

    /** An order that store-service tells of, and no payment. */
    private String unpaid() {
        String id = UUID.randomUUID().toString();
        Orders.of(buyer, id).placed();
        SOON.that(() -> assertThat(found(id)).isEqualTo(1));
        return id;
    }

    private String gift() {
        String id = Shop.checkout(buyer, Shop.giftTo("friend@example.com"));
        Purchase.of(id, LATTE_WON).pay();
        Shop.becomes(buyer, id, "PAID");
        return id;
    }

    private String giftPaidBack() {
        String id = gift();
        ledger.run("""
                INSERT INTO refunds (id, checkout_id, purpose, status, target, refund_krw, reason, next_try_at, created_at, ended_at)
                VALUES (gen_random_uuid(), $1, 'ENDED_GIFT', 'DONE', 5000, 5000, 'gift-expired', now(), now(), now())""", UUID.fromString(id));
        return id;
    }

    private String paid(long won) {
        String id = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(id, won).pay();
        Shop.becomes(buyer, id, "PAID");
        return id;
    }

    private void look() {
        job.run().await().atMost(PATIENCE);
    }

    private void isCompared(String id) {
        SOON.that(() -> {
            look();
            assertThat(ledger.count("""
                            SELECT count(*) FROM checkouts, sweeps WHERE id = $1 AND name = 'fulfilment-settled'
                            AND settled_at <= until""", UUID.fromString(id))).isEqualTo(1);
        });
    }

    private long found(String id) {
        return ledger.count(
                "SELECT count(*) FROM fulfilment_differences WHERE checkout_id = $1 AND gone_at IS NULL",
                UUID.fromString(id));
    }

    private static List<String> kinds(String id) {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/proof?hours=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("fulfilment.findAll { it.checkoutId == '" + id + "' }.kind");
    }
}
