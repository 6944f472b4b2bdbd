package io.sirenorder.store.till;

import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.order;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.LoggedLines;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class TillResourceTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void a_till_accepts_and_finishes() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");

        command(shop, "c1", "order.accept", Map.of("orderId", order.orderId(), "minutes", 7))
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("version", equalTo(2));
        command(shop, "c2", "order.finish", Map.of("orderId", order.orderId()))
                .statusCode(200)
                .body("status", equalTo("FINISHED"));
    }

    @Test
    void a_till_refuses_with_a_reason() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");

        problem(
                command(shop, "r0", "order.refuse", Map.of("orderId", order.orderId(), "reason", "STORE_CLOSED")),
                400,
                "invalid-request");
        command(shop, "r1", "order.refuse", Map.of("orderId", order.orderId(), "reason", "SOLD_OUT"))
                .statusCode(200)
                .body("status", equalTo("REFUSED"));
    }

    @Test
    void the_same_command_again_hears_the_same_reply_and_another_under_its_number_is_refused() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        Map<String, Object> accept = Map.of("orderId", order.orderId(), "minutes", 7);

        String first = command(shop, "same", "order.accept", accept)
                .statusCode(200)
                .extract()
                .asString();
        String again = command(shop, "same", "order.accept", accept)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(order(order.orderId()).version()).isEqualTo(2);
        problem(command(shop, "same", "order.finish", Map.of("orderId", order.orderId())), 422, "command-id-reused");
        assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void of_two_tills_the_first_decides() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        command(shop, "till-1", "order.accept", Map.of("orderId", order.orderId(), "minutes", 7))
                .statusCode(200);

        problem(
                command(shop, "till-2", "order.accept", Map.of("orderId", order.orderId(), "minutes", 3)),
                409,
                "order-already-decided");
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.changed")).hasSize(1));
    }

    @Test
    void another_stores_order_is_unknown() {
        Shop shop = town.openShop();
        Shop other = town.shop();
        OrderView order = town.waitingOrder(shop, "kim");

        try (LoggedLines lines = LoggedLines.of("io.sirenorder.store.order.OrderDesk")) {
            problem(
                    command(other, "x1", "order.accept", Map.of("orderId", order.orderId(), "minutes", 7)),
                    404,
                    "not-found");
            assertThat(lines.all())
                    .contains("audit: a command for order " + order.orderId() + " came from another store or buyer");
        }
        problem(command(shop, "x2", "order.finish", Map.of("orderId", UUID.randomUUID())), 404, "not-found");
        assertThat(order(order.orderId())).isEqualTo(order);
    }

    @Test
    void a_till_opens_and_closes_the_store() {
        Shop shop = town.shop();

        command(shop, "s1", "store.close", Map.of()).statusCode(200).body("accepting", equalTo(false));
        command(shop, "s2", "store.open", Map.of()).statusCode(200).body("accepting", equalTo(true));
        command(shop, "s1", "store.close", Map.of()).statusCode(200).body("accepting", equalTo(false));
        assertThat(town.rows(
                                "SELECT accepting FROM stores WHERE id = $1",
                                shop.store().value())
                        .get(0)
                        .getBoolean(0))
                .isTrue();
    }

    @Test
    void what_no_till_can_say_is_refused() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");

        problem(command(shop, "b1", "order.eat", Map.of()), 400, "command-unknown");
        problem(command(shop, "b2", "order.accept", Map.of("minutes", 5)), 400, "invalid-request");
        problem(
                command(shop, "b3", "order.accept", Map.of("orderId", order.orderId(), "minutes", 1.9)),
                400,
                "invalid-request");
        problem(
                command(shop, "b4", "order.accept", Map.of("orderId", order.orderId(), "minutes", 5, "free", true)),
                400,
                "invalid-request");
        problem(command(shop, "b5", "order.finish", Map.of("orderId", "1-1-1-1-1")), 400, "invalid-request");
        problem(command(shop, " ", "store.open", Map.of()), 400, "invalid-request");
        problem(
                asService()
                        .body(Map.of("recipient", "buyer:" + UUID.randomUUID(), "id", "b6", "type", "store.open"))
                        .post("/internal/commands")
                        .then(),
                400,
                "invalid-request");
        Town.as(shop).body("{}").post("/internal/commands").then().statusCode(403);
        assertThat(order(order.orderId())).isEqualTo(order);
    }

    @Test
    void the_first_acknowledgement_delivers_and_the_buyer_is_told_that_a_till_has_it() {
        Shop shop = town.openShop();
        String buyer = "acked-" + UUID.randomUUID();
        OrderView order = town.waitingOrder(shop, buyer);

        acknowledge(
                shop, List.of("order:" + order.orderId(), "order:nonsense", "store:x", "order:" + UUID.randomUUID()));
        acknowledge(shop, List.of("order:" + order.orderId()));

        assertThat(order(order.orderId()).deliveredAt()).isNotNull();
        assertThat(town.events(order.orderId())).containsExactly("order.placed", "order.delivered");
        SOON.that(() -> assertThat(town.mail(Town.recipient(buyer), "order.status"))
                .extracting(frame -> frame.at("/d/delivered").asBoolean())
                .containsExactly(false, true));
    }

    @Test
    void another_stores_till_delivers_nothing() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");

        acknowledge(town.shop(), List.of("order:" + order.orderId()));

        assertThat(order(order.orderId()).deliveredAt()).isNull();
    }

    private static ValidatableResponse command(Shop shop, String id, String type, Map<String, Object> d) {
        return asService()
                .body(Map.of("recipient", shop.tills().value(), "id", id, "type", type, "d", d))
                .post("/internal/commands")
                .then();
    }

    private static void acknowledge(Shop shop, List<String> keys) {
        asService()
                .body(Map.of("recipient", shop.tills().value(), "keys", keys))
                .post("/internal/acknowledgements")
                .then()
                .statusCode(204);
    }
}
