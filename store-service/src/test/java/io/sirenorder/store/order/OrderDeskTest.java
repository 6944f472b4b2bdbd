package io.sirenorder.store.order;

import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OrderDeskTest {
    @Inject
    Town town;

    @Test
    void a_decision_and_its_event_commit_together_or_not_at_all() {
        OrderView order = town.waitingOrder(town.openShop(), "kim");
        String cancellation = "/orders/" + order.orderId() + "/cancellation";
        town.rows("ALTER TABLE outbox_pending ADD CONSTRAINT no_news CHECK (type <> 'order.cancelled') NOT VALID");
        try {
            asBuyer("kim").post(cancellation).then().statusCode(500);
            assertThat(order(order.orderId())).isEqualTo(order);
        } finally {
            town.rows("ALTER TABLE outbox_pending DROP CONSTRAINT no_news");
        }

        asBuyer("kim").post(cancellation).then().statusCode(200);
        assertThat(order(order.orderId()).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void the_database_itself_refuses_what_no_order_may_be() {
        OrderView order = town.waitingOrder(town.openShop(), "kim");

        for (String wrong : new String[] {
            "amount_krw = -1",
            "discount_krw = -1",
            "status = 'LOST'",
            "status = 'REFUSED'",
            "status = 'ACCEPTED'",
            "version = 0"
        }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.rows(
                            "UPDATE orders SET " + wrong + " WHERE id = $1",
                            order.orderId().value()))
                    .as(wrong)
                    .hasMessageContaining("check constraint");
        }
    }
}
