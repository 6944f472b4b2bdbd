package io.sirenorder.coupon.loyalty;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.reservePoints;
import static io.sirenorder.coupon.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.coupon.Calls;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.Heard;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Payments and orders are two feeds, and each is heard when its producer answers: an order may be heard of before the payment
 * that it was made of.
 */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class PointsOfOrdersTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));
    private static final int POINTS = 60;

    @Inject
    Database database;

    private final String kim = newName();
    private final Recipient self = Tokens.recipient(kim);
    private final UUID checkout = UUID.randomUUID();

    @BeforeEach
    void reserve() throws SQLException {
        grant(self, 100);
        reservePoints(checkout, kim, POINTS).then().statusCode(200);
    }

    @Test
    void points_of_an_order_that_ended_before_its_payment_was_heard_of_stay_with_the_buyer() throws SQLException {
        order(OrderStatus.REFUSED);
        has(100);
        paid();
        hold("RETURNED");
        has(100);
        reservePoints(checkout, kim, POINTS).then().statusCode(409).body("code", equalTo("checkout-ended"));
    }

    @Test
    void so_do_those_that_had_gone_back_too_early() throws SQLException {
        expired();
        has(100);
        order(OrderStatus.WAITING);
        order(OrderStatus.REFUSED);
        paid();
        hold("RETURNED");
        has(100);
    }

    @Test
    void points_that_went_back_too_early_are_taken_by_the_placed_order_and_not_again_by_its_payment()
            throws SQLException {
        expired();
        has(100);
        order(OrderStatus.WAITING);
        has(40);
        paid();
        hold("SPENT");
        has(40);
        order(OrderStatus.CANCELLED);
        has(100);
    }

    private void order(OrderStatus status) {
        Heard.store(Heard.paidOrder(new OrderId(checkout), status, self, 4_440, POINTS));
    }

    private void expired() {
        Heard.payment(new CheckoutExpired(new CheckoutId(checkout), self, Heard.NOON));
    }

    /** Comes back when the event has had its effect: a later one of the same feed has. */
    private void paid() throws SQLException {
        Heard.payment(new PaymentApproved(
                new CheckoutId(checkout),
                Intent.ORDER,
                self,
                new OrderDraft(new StoreId(UUID.fromString(Calls.STORE)), List.of(Heard.AMERICANO), Pickup.TO_GO, null),
                null,
                Krw.of(4_440),
                Krw.of(POINTS),
                Heard.NOON));
        String lee = newName();
        UUID later = UUID.randomUUID();
        grant(Tokens.recipient(lee), POINTS);
        reservePoints(later, lee, POINTS).then().statusCode(200);
        Heard.payment(new CheckoutExpired(new CheckoutId(later), Tokens.recipient(lee), Heard.NOON));
        SOON.that(() -> assertThat(statusOf(later)).isEqualTo("RETURNED"));
    }

    private void hold(String status) {
        assertThat(statusOf(checkout)).isEqualTo(status);
    }

    private static String statusOf(UUID checkout) {
        return service()
                .get("/internal/points-reservations/" + checkout)
                .jsonPath()
                .getString("status");
    }

    private void has(int points) {
        SOON.that(() -> buyer(kim).get("/loyalty").then().statusCode(200).body("points", equalTo(points)));
    }

    private void grant(Recipient owner, long points) throws SQLException {
        database.run("INSERT INTO loyalty_accounts VALUES (?, ?, 0, 1)", owner.value(), points);
        database.run("""
                INSERT INTO loyalty_entries
                  (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)
                VALUES (?, 1, 'MOVE_IN', ?, 0, ?, 0, 'test', now())""", owner.value(), points, points);
    }
}
