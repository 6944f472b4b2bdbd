package io.sirenorder.store.order;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OrderSweeperTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void an_order_that_no_till_acknowledges_is_pushed_again_twice_and_then_expires() {
        Shop shop = town.openShop();
        String buyer = "unheard-" + UUID.randomUUID();
        OrderView order = town.waitingOrder(shop, buyer);

        town.age(order.orderId(), Duration.ofSeconds(5));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.placed")).hasSize(2));
        town.age(order.orderId(), Duration.ofSeconds(10));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.placed")).hasSize(3));
        town.age(order.orderId(), Duration.ofSeconds(45));
        SOON.that(() -> assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.EXPIRED));

        assertThat(order(order.orderId()).reason()).isEqualTo(Reason.STORE_UNREACHABLE);
        assertThat(town.events(order.orderId()))
                .containsExactly("order.placed", "order.pushed-again", "order.pushed-again", "order.expired");
        SOON.that(() -> assertThat(town.mail(Town.recipient(buyer), "order.status"))
                .anyMatch(frame -> frame.at("/d/status").asText().equals("expire")
                        && frame.at("/d/refund").asText().equals("due")));
    }

    @Test
    void an_unanswered_order_is_reminded_of_and_then_expires() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "patient");
        acknowledge(shop, order);

        town.age(order.orderId(), Duration.ofMinutes(2));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.reminder")).hasSize(1));
        town.age(order.orderId(), Duration.ofMinutes(3));
        SOON.that(() -> assertThat(order(order.orderId()).reason()).isEqualTo(Reason.NO_ANSWER));
        assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void two_orders_in_a_row_that_no_till_acknowledges_close_the_store_and_tell_it() {
        Shop shop = town.openShop();
        expireUnheard(shop);
        given().get(shop.path()).then().body("accepting", equalTo(true));
        expireUnheard(shop);

        SOON.that(() -> given().get(shop.path()).then().body("accepting", equalTo(false)));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "notice"))
                .anyMatch(frame -> frame.at("/d/kind").asText().equals("store.paused")));
        assertThat(town.mail(shop.tills(), "store.state").get(0).at("/d/cause").asText())
                .isEqualTo("unacknowledged");
        as(shop).get(shop.path()).then().body("closedBy", equalTo("unacknowledged"));
        given().get(shop.path()).then().body("$", not(hasKey("closedBy")));

        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        as(shop).get(shop.path()).then().body("$", not(hasKey("closedBy")));
        as(shop).delete(shop.path() + "/opening").then().statusCode(204);
        as(shop).get(shop.path()).then().body("closedBy", equalTo("merchant"));
    }

    @Test
    void an_acknowledged_order_in_between_keeps_the_store_open() {
        Shop shop = town.openShop();
        expireUnheard(shop);
        acknowledge(shop, town.waitingOrder(shop, "kim"));
        expireUnheard(shop);

        given().get(shop.path()).then().body("accepting", equalTo(true));
    }

    @Test
    void an_accepted_order_that_the_till_forgot_is_finished_in_the_end() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);

        town.age(order.orderId(), Duration.ofHours(13));

        SOON.that(() -> assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.FINISHED));
    }

    private void expireUnheard(Shop shop) {
        OrderView order = town.waitingOrder(shop, "kim");
        town.age(order.orderId(), Duration.ofSeconds(61));
        SOON.that(() -> {
            OrderView now = order(order.orderId());
            assertThat(now.status()).isEqualTo(OrderStatus.EXPIRED);
        });
    }

    private static void acknowledge(Shop shop, OrderView order) {
        Town.asService()
                .body(Map.of("recipient", shop.tills().value(), "keys", List.of("order:" + order.orderId())))
                .post("/internal/acknowledgements")
                .then()
                .statusCode(204);
    }
}
