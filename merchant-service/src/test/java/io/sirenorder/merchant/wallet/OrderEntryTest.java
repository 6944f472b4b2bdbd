package io.sirenorder.merchant.wallet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SampleOrder;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger by order, as operators ask for it. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class OrderEntryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String FOREIGN_ENTRIES = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, part_of, kind, amount_krw, tender, at)
            SELECT gen_random_uuid(), $1, gen_random_uuid(),
              CASE WHEN n % 3 = 0 THEN gen_random_uuid() END, 'REVERSAL', -100, 'CARD', now()
            FROM generate_series(1, 5000) AS n
            """;

    private JsonPath ids;
    private OrderView order;

    @Inject
    Pool pool;

    @BeforeEach
    void register() {
        ids = Registrations.fresh();
        order = SampleOrder.of(new OrderId(UUID.randomUUID()), StoreId.fromString(ids.getString("storeId")))
                .as(OrderStatus.ACCEPTED, 2)
                .paid(Tender.CARD, 4_500, 0)
                .view();
    }

    @Test
    void operators_see_the_sale_of_an_order_with_each_part_that_was_taken_back_and_its_wallet() {
        accepted();
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(1)));
        StubServices.feed("payment").append(partlyCancelled(1_000, 1_000), 1);
        StubServices.feed("payment").append(partlyCancelled(500, 1_500), 2);
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(3)));
        StubServices.feed("store")
                .append(new OrderRefused(order, Tokens.recipient("kim"), NOON.plusSeconds(3_600)), order.version());
        Eventually.within(LIMIT).that(() -> entries().body("items", hasSize(4)));
        entries()
                .body("items.kind", contains("SALE", "REVERSAL", "REVERSAL", "REVERSAL"))
                .body("items.amountKrw", contains(4_500, -1_000, -500, -3_000))
                .body("items.orderId", everyItem(is(order.orderId().toString())))
                .body("items.walletId", everyItem(is(ids.getString("walletId"))));
    }

    @Test
    void an_order_that_was_never_accepted_has_none() {
        entries().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?orderId=", "?orderId=1", "?orderId=not-an-id", "?orderId=1-1-1-1-1"})
    void what_names_no_order_is_refused(String query) {
        given().auth()
                .oauth2(Tokens.operator())
                .get("/wallets/entries" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-request"))
                .body("errors.field", contains("orderId"));
    }

    /** Takes the entries back, which other tests would come upon. */
    @Test
    void both_ways_to_an_entry_have_an_index() {
        String plan = pool.getConnection()
                .chain(connection -> connection
                        .begin()
                        .chain(transaction ->
                                plan(connection).onItemOrFailure().call((found, failure) -> transaction.rollback()))
                        .onTermination()
                        .call(connection::close))
                .await()
                .atMost(LIMIT);
        assertThat(plan).contains("wallet_entries_order_id_kind_key", "wallet_entries_by_part");
        assertThat(plan).doesNotContain("Seq Scan");
    }

    private Uni<String> plan(SqlConnection connection) {
        return connection
                .query("SET LOCAL statement_timeout = '30s'")
                .execute()
                .chain(() -> connection
                        .preparedQuery(FOREIGN_ENTRIES)
                        .execute(Tuple.of(UUID.fromString(ids.getString("walletId")))))
                .chain(() -> connection.query("ANALYZE wallet_entries").execute())
                .chain(() -> connection
                        .query("EXPLAIN (FORMAT JSON) " + Wallets.OF_ORDER.replace("$1", "'" + order.orderId() + "'"))
                        .execute())
                .map(rows -> rows.iterator().next().getValue(0).toString());
    }

    private void accepted() {
        StubServices.feed("store").append(new OrderAccepted(order, Tokens.recipient("kim"), NOON), order.version());
    }

    private PaymentPartlyCancelled partlyCancelled(long part, long total) {
        return new PaymentPartlyCancelled(
                new CheckoutId(order.orderId().value()),
                Intent.ORDER,
                Tokens.recipient("kim"),
                Krw.of(part),
                Krw.of(total),
                order.amountKrw(),
                NOON.plusSeconds(total));
    }

    private ValidatableResponse entries() {
        return given().auth()
                .oauth2(Tokens.operator())
                .get("/wallets/entries?orderId=" + order.orderId())
                .then()
                .statusCode(200);
    }
}
