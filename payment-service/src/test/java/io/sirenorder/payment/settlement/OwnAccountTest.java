package io.sirenorder.payment.settlement;

import static io.restassured.RestAssured.given;
import static io.sirenorder.payment.PortOneTestResource.MAPO;
import static io.sirenorder.payment.PortOneTestResource.MAPO_SECRET;
import static io.sirenorder.payment.Shop.AT_REST;
import static io.sirenorder.payment.Shop.LATTE_WON;
import static io.sirenorder.payment.Shop.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.sirenorder.payment.Orders;
import io.sirenorder.payment.PaymentTest;
import io.sirenorder.payment.PortOneTestResource;
import io.sirenorder.payment.Shop;
import io.sirenorder.payment.SignedWebhook;
import io.sirenorder.payment.Sim;
import io.sirenorder.payment.Sim.Purchase;
import io.sirenorder.simulator.payment.Account;
import io.sirenorder.testkit.StubServices;
import io.sirenorder.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is paid into an account of its own: its money is asked for, found and given back there and nowhere else. */
@QuarkusTest
class OwnAccountTest extends PaymentTest {
    private static final Account PLATFORM =
            PortOneTestResource.simulator().config().account();

    private final String buyer = Shop.anyBuyer();

    @BeforeEach
    void own() {
        Shop.isPaidInto("mapo");
    }

    @Test
    void each_store_is_paid_into_its_own_account() {
        String own = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(Shop.progress(buyer, own).getString("portone.storeId")).isEqualTo(MAPO.storeId());
        assertThat(Shop.progress(buyer, own).getString("portone.channelKey")).isEqualTo(MAPO.channelKey());
        pay(own, MAPO);
        Shop.opens();
        String ours = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(Shop.progress(buyer, ours).getString("portone.storeId")).isEqualTo(PLATFORM.storeId());
        pay(ours, PLATFORM);

        Shop.becomes(buyer, own, "PAID");
        Shop.becomes(buyer, ours, "PAID");
        assertThat(account(own)).isEqualTo("mapo");
        assertThat(account(ours)).isEqualTo("platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void money_in_the_wrong_account_never_becomes_an_order_and_goes_back_from_there(String version) {
        Shop.opens();
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET portone_version = $2 WHERE id = $1", UUID.fromString(checkout), version);
        String transaction = Purchase.of(checkout, LATTE_WON)
                .with("version", version)
                .with("storeId", MAPO.storeId())
                .pay()
                .path("transactionId")
                .asText();
        ledger.openLists();

        SOON.that(() -> assertThat(
                        Sim.payment(transaction).path("cancelledAmount").asLong())
                .isEqualTo(LATTE_WON));
        assertThat(Shop.progress(buyer, checkout).getString("status")).isEqualTo("OPEN");
        String refused = ledger.checkoutOf(transaction);
        assertThat(account(refused)).isEqualTo("mapo");
        assertThat(ledger.events(refused).get(0).body().path("reason").asText()).isEqualTo("account-mismatch");

        pay(version, checkout, PLATFORM);
        ledger.openLists();
        Shop.becomes(buyer, checkout, "PAID");
    }

    @Test
    void a_webhook_signed_by_another_account_is_400_and_does_nothing() {
        String own = silentlyPaid(MAPO);
        SignedWebhook forged = SignedWebhook.paid(own, anyId()).ofStore(MAPO.storeId());
        assertThat(forged.signedWith(SignedWebhook.SECRET).send()).isEqualTo(400);
        Shop.opens();
        String ours = silentlyPaid(PLATFORM);
        SignedWebhook foreign = SignedWebhook.paid(ours, anyId()).ofStore(PLATFORM.storeId());
        assertThat(foreign.signedWith(MAPO_SECRET).send()).isEqualTo(400);
        AT_REST.stays(() -> {
            assertThat(ledger.types(own)).isEmpty();
            assertThat(ledger.types(ours)).isEmpty();
        });
    }

    @Test
    void money_of_another_merchants_contract_at_a_gateway_never_becomes_an_order_and_goes_back() {
        String own = Shop.checkout(buyer, Shop.orderOf(1));
        Purchase.of(own, LATTE_WON)
                .with("storeId", MAPO.storeId())
                .with("method", "easypay")
                .pay();
        SOON.that(() -> assertThat(ledger.refunds(own)).containsExactly("DONE"));
        assertThat(Shop.progress(buyer, own).getString("reason")).isEqualTo("account-mismatch");
        assertThat(ledger.types(own)).doesNotContain("payment.approved");
    }

    @Test
    void a_webhook_of_one_account_can_never_settle_a_checkout_of_another() {
        Shop.opens();
        String ours = silentlyPaid(PLATFORM);
        SignedWebhook claimed =
                SignedWebhook.paid(ours, anyId()).ofStore(MAPO.storeId()).signedWith(MAPO_SECRET);
        assertThat(claimed.send()).isEqualTo(200);
        SignedWebhook nameless = SignedWebhook.paid(ours, anyId())
                .saying("{\"payment_id\":\"" + ours + "\",\"tx_id\":\"any\",\"status\":\"Paid\"}")
                .signedWith(MAPO_SECRET);
        assertThat(nameless.send()).isEqualTo(200);
        AT_REST.stays(() -> assertThat(ledger.types(ours)).isEmpty());
    }

    @Test
    void a_webhook_id_used_up_by_one_account_is_free_for_another() {
        String own = silentlyPaid(MAPO);
        String id = anyId();
        assertThat(SignedWebhook.paid(anyId(), id).send()).isEqualTo(200);
        SignedWebhook real = SignedWebhook.paid(own, id).ofStore(MAPO.storeId()).signedWith(MAPO_SECRET);
        assertThat(real.send()).isEqualTo(200);
        SOON.that(() -> assertThat(ledger.types(own)).containsExactly("payment.approved"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void a_store_that_changed_accounts_is_refunded_from_the_old_one(String version) {
        String own = paid(version);
        Shop.opens();
        Orders.of(buyer, own).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(own)).containsExactly("DONE"));
        assertThat(Sim.payment(own).path("account").asText()).isEqualTo(MAPO.storeId());
        assertThat(Sim.payment(own).path("cancelledAmount").asLong()).isEqualTo(LATTE_WON);
    }

    @Test
    void missing_credentials_wait_and_are_never_handed_to_a_person() {
        String own = paid("V2");
        ledger.run("UPDATE checkouts SET account = 'gone' WHERE id = $1", UUID.fromString(own));
        Orders.of(buyer, own).placed().refused();
        SOON.that(() -> assertThat(ledger.refunds(own)).containsExactly("UNKNOWN"));
        AT_REST.stays(() -> assertThat(ledger.refunds(own)).containsExactly("UNKNOWN"));
        ledger.run("UPDATE checkouts SET account = 'mapo' WHERE id = $1", UUID.fromString(own));
        SOON.that(() -> assertThat(ledger.refunds(own)).containsExactly("DONE"));
    }

    @Test
    void a_payment_without_a_webhook_is_found_in_its_own_account() {
        Sim.faults(List.of(Sim.rule("webhook-never", "webhook.Paid", 1)));
        String own = Shop.checkout(buyer, Shop.orderOf(1));
        pay(own, MAPO);
        ledger.openLists();
        Shop.becomes(buyer, own, "PAID");
    }

    @Test
    void an_account_that_takes_nothing_new_is_a_409_and_the_hold_goes_back() {
        Shop.isPaidInto("closed");
        given().header("Authorization", "Bearer " + Tokens.buyer(buyer))
                .header("Accept-Language", "ko")
                .contentType(ContentType.JSON)
                .body(Shop.orderOf(1))
                .post("/checkouts")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("payment-not-offered"))
                .body("title", equalTo("앱에서 결제할 수 없는 매장입니다"));
        assertThat(StubServices.requests())
                .anyMatch(
                        asked -> asked.method().equals("DELETE") && asked.path().contains("/internal/holds/"));
    }

    @Test
    void an_unknown_code_is_the_platforms() {
        Shop.isPaidInto("impUnknown");
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        assertThat(Shop.progress(buyer, checkout).getString("portone.storeId")).isEqualTo(PLATFORM.storeId());
    }

    @Test
    void a_gift_is_always_paid_into_the_platforms_account() {
        String gift = Shop.checkout(buyer, Shop.giftTo("friend@example.com"));
        assertThat(Shop.progress(buyer, gift).getString("portone.storeId")).isEqualTo(PLATFORM.storeId());
    }

    @Test
    void operators_find_payments_by_account() {
        String own = paid("V2");
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/payments?account=mapo&checkoutId=" + own)
                .then()
                .statusCode(200)
                .body("items.checkoutId", equalTo(List.of(own)))
                .body("items[0].account", equalTo("mapo"));
    }

    private String paid(String version) {
        String own = Shop.checkout(buyer, Shop.orderOf(1));
        ledger.run("UPDATE checkouts SET portone_version = $2 WHERE id = $1", UUID.fromString(own), version);
        pay(version, own, MAPO);
        Shop.becomes(buyer, own, "PAID");
        return own;
    }

    private String silentlyPaid(Account account) {
        String checkout = Shop.checkout(buyer, Shop.orderOf(1));
        Sim.faults(List.of(Map.of("fault", "webhook-never", "paymentId", checkout)));
        pay(checkout, account);
        return checkout;
    }

    private static void pay(String checkout, Account account) {
        pay("V2", checkout, account);
    }

    private static void pay(String version, String checkout, Account account) {
        Purchase.of(checkout, LATTE_WON)
                .with("version", version)
                .with("storeId", account.storeId())
                .pay();
    }

    private String account(String checkout) {
        return ledger.text("SELECT account FROM checkouts WHERE id = $1", UUID.fromString(checkout));
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}
