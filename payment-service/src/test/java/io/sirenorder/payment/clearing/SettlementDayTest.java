package io.sirenorder.payment.clearing;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.StoreEvent.StoreDaySealed;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.payment.fulfilment.OtherBooks;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.StubServices.Reply;
import io.sirenorder.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettlementDayTest extends PaymentTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");

    private final String buyer = Shop.anyBuyer();
    private OtherBooks books;

    /** Removes other settlements of that day. */
    @BeforeEach
    void clear() {
        books = OtherBooks.open();
        ledger.run("UPDATE checkouts SET settled_at = now() WHERE settled_at < now() - interval '1 day'");
    }

    @Test
    void a_day_closes_over_orders_gifts_refunds_and_what_still_waits() {
        String sold = ordered();
        books.sale(sold, LATTE_WON, 0);
        String waiting = ordered();
        String refused = ordered();
        Orders.of(buyer, refused).refused();
        SOON.that(() -> assertThat(ledger.refunds(refused)).containsExactly("DONE"));
        books.sale(refused, LATTE_WON, LATTE_WON);
        String gift = gift();
        List.of(sold, waiting, refused, gift).forEach(this::settledLongAgo);

        JsonPath day = day(LONG_AGO);
        assertThat(line(day, "total")).isEqualTo("4 paid 20000 back 5000 hand 0 booked 10000 waits 5000 differs 0");
        assertThat(line(day, "gifts")).isEqualTo("1 paid 5000 back 0 hand 0 booked 5000 waits 0 differs 0");
        assertThat(line(day, "stores[0]")).isEqualTo("3 paid 15000 back 5000 hand 0 booked 5000 waits 5000 differs 0");
        assertThat(day.getString("stores[0].storeId")).isEqualTo(Shop.GANGNAM.toString());
        assertThat(day.getList("differences")).isEmpty();
    }

    @Test
    void money_that_nothing_explains_is_named() {
        String twice = ordered();
        books.sale(twice, LATTE_WON * 2, 0);
        settledLongAgo(twice);
        JsonPath day = day(LONG_AGO);
        assertThat(day.getLong("total.differenceKrw")).isEqualTo(-LATTE_WON);
        assertThat(day.getList("differences.checkoutId")).containsExactly(twice);
        assertThat(day.getLong("differences[0].heldKrw")).isEqualTo(LATTE_WON);
        assertThat(day.getLong("differences[0].bookedKrw")).isEqualTo(LATTE_WON * 2);
    }

    @Test
    void a_day_is_cleared_by_account() {
        settledLongAgo(ordered());
        JsonPath mapo = answer("/settlement/days/" + LONG_AGO + "?account=mapo")
                .extract()
                .jsonPath();
        assertThat(mapo.getLong("total.payments")).isZero();
        JsonPath platform = answer("/settlement/days/" + LONG_AGO + "?account=platform")
                .extract()
                .jsonPath();
        assertThat(platform.getLong("total.payments")).isEqualTo(1);
    }

    @Test
    void the_seal_of_a_stores_day_is_kept_as_it_was_told_first() {
        StoreId store = new StoreId(UUID.randomUUID());
        LocalDate day = LocalDate.of(2026, 1, 5);
        tell(new StoreDaySealed(store, day, 3, "a".repeat(64), NOON), 1);
        tell(new StoreDaySealed(store, day, 4, "b".repeat(64), NOON), 2);
        tell(new StoreDaySealed(store, day.plusDays(1), 1, "c".repeat(64), NOON), 3);
        SOON.that(() -> assertThat(roots(store, day.plusDays(1))).containsExactly("c".repeat(64)));
        assertThat(roots(store, day)).containsExactly("a".repeat(64));
    }

    @Test
    void without_the_wallets_there_is_no_clearing() {
        settledLongAgo(ordered());
        StubServices.answer("POST", "/internal/sales/search", request -> Reply.problem(503, "neighbour-unavailable"));
        answer("/settlement/days/" + LONG_AGO).statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "2026-02-30", "yesterday", "2999-01-01", "20260302", "2026-3-2"})
    void a_day_that_is_none_or_to_come_is_refused(String day) {
        answer("/settlement/days/" + day).statusCode(400).contentType("application/problem+json");
    }

    private static void tell(StoreDaySealed seal, long version) {
        StubServices.feed("store").append(seal, version);
    }

    private static List<String> roots(StoreId store, LocalDate day) {
        return day(day).getList("seals.findAll { it.storeId == '" + store + "' }.root");
    }

    private static String line(JsonPath day, String path) {
        return "%d paid %d back %d hand %d booked %d waits %d differs %d"
                .formatted(
                        day.getLong(path + ".payments"),
                        day.getLong(path + ".paidKrw"),
                        day.getLong(path + ".cancelledKrw"),
                        day.getLong(path + ".byHandKrw"),
                        day.getLong(path + ".bookedKrw"),
                        day.getLong(path + ".onItsWayKrw"),
                        day.getLong(path + ".differenceKrw"));
    }

    private static JsonPath day(LocalDate day) {
        return answer("/settlement/days/" + day).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse answer(String path) {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .get(path)
                .then();
    }

    private void settledLongAgo(String id) {
        ledger.run(
                "UPDATE checkouts SET settled_at = $2::text::timestamptz WHERE id = $1",
                UUID.fromString(id),
                NOON.toString());
    }

    private String ordered() {
        String id = paid(Shop.orderOf(1));
        Orders.of(buyer, id).placed();
        SOON.that(
                () -> assertThat(Shop.progress(buyer, id).getString("outcome")).isEqualTo("ORDER"));
        return id;
    }

    private String gift() {
        String id = paid(Shop.giftTo("friend@example.com"));
        ledger.run("UPDATE checkouts SET outcome = 'GIFT', placed_as = 'GIFT' WHERE id = $1", UUID.fromString(id));
        return id;
    }

    private String paid(Map<String, Object> wanted) {
        String id = Shop.checkout(buyer, wanted);
        Purchase.of(id, LATTE_WON).pay();
        Shop.becomes(buyer, id, "PAID");
        return id;
    }
}
