package io.sirenorder.coupon.order;

import static io.sirenorder.coupon.Calls.buyer;
import static io.sirenorder.coupon.Calls.newName;
import static io.sirenorder.coupon.Calls.newOrder;
import static io.sirenorder.coupon.Calls.registered;
import static io.sirenorder.coupon.Calls.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.coupon.Database;
import io.sirenorder.coupon.Heard;
import io.sirenorder.coupon.StoreStandIn;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store answers how an order stands, and the feed tells more of it before that answer has its effect. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ForgottenReservationsTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Database database;

    @Inject
    ForgottenReservations forgotten;

    private final String kim = newName();
    private final OrderId order = newOrder();

    @BeforeEach
    void reserveForTheOrder() {
        StoreStandIn.opens();
        reserve(order, registered(kim), kim).then().statusCode(200);
    }

    @Test
    void an_answer_that_an_order_waits_does_not_take_the_coupon_that_its_end_has_given_back() throws Throwable {
        Heard.store(Heard.couponOrder(order, OrderStatus.WAITING));
        Heard.store(Heard.couponOrder(order, OrderStatus.CANCELLED));
        SOON.that(() -> assertThat(status()).isEqualTo("REGISTERED"));

        for (OrderStatus old : new OrderStatus[] {OrderStatus.WAITING, OrderStatus.ACCEPTED}) {
            answered(Optional.of(Heard.couponOrder(order, old).order()));
            assertThat(status()).isEqualTo("REGISTERED");
        }
    }

    @Test
    void an_answer_that_there_is_no_order_does_not_free_the_coupon_of_one_that_was_placed_since() throws Throwable {
        Heard.store(Heard.couponOrder(order, OrderStatus.WAITING));
        SOON.that(() -> assertThat(
                        database.one("SELECT order_seen_at FROM coupons WHERE order_id = ?::uuid", order.toString()))
                .isNotNull());

        answered(Optional.empty());
        assertThat(status()).isEqualTo("RESERVED");
    }

    private void answered(Optional<OrderView> found) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> forgotten.settle(order, found));
    }

    private String status() {
        return buyer(kim).get("/coupons").jsonPath().getString("items[0].status");
    }
}
