package io.sirenorder.store.order;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.TimelineEntry;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OrderDeskTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(10));

    @Inject
    Town town;

    @Inject
    Pool pool;

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
    void a_decision_that_waited_for_another_follows_its_step() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        String path = "/orders/" + order.orderId();
        CompletableFuture<Integer> accepted;
        CompletableFuture<Integer> finished;
        var holder = pool.getConnectionAndAwait();
        try {
            var transaction = holder.beginAndAwait();
            holder.preparedQuery("SELECT id FROM orders WHERE id = $1 FOR UPDATE")
                    .executeAndAwait(Tuple.of(order.orderId().value()));
            accepted = post(shop, path + "/acceptance");
            SOON.that(() -> assertThat(blocked()).isEqualTo(1));
            finished = post(shop, path + "/completion");
            SOON.that(() -> assertThat(blocked()).isEqualTo(2));
            transaction.rollbackAndAwait();
        } finally {
            holder.closeAndAwait();
        }

        assertThat(accepted.join()).isEqualTo(200);
        assertThat(finished.join()).isEqualTo(200);
        assertThat(order(order.orderId()).timeline())
                .extracting(TimelineEntry::step)
                .containsExactly("placed", "accepted", "finished");
        as(shop).get(path + "/timeline").then().statusCode(200).body("intact", equalTo(true));
    }

    private static CompletableFuture<Integer> post(Shop shop, String path) {
        return CompletableFuture.supplyAsync(
                () -> as(shop).body(Map.of()).post(path).statusCode());
    }

    private long blocked() {
        return town.rows("SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0")
                .get(0)
                .getLong(0);
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
