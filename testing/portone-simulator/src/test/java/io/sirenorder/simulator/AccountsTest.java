package io.sirenorder.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.webhook.Signature;
import io.sirenorder.simulator.webhook.WebhookSettings;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts see nothing of each other, as at PortOne. */
class AccountsTest {
    private static final Account PLATFORM = Account.sample();
    private static final Account MAPO = Account.sample("mapo");
    private static final Account BELOW = new Account(
            PLATFORM.merchantId(),
            "store-below",
            "channel-key-below",
            PLATFORM.v2ApiSecret(),
            "imp-below",
            PLATFORM.v1Key(),
            PLATFORM.v1Secret(),
            "001");
    private static final String MAPO_SECRET = "whsec_bWFwby1zZWNyZXQtbWFwby1zZWNyZXQ=";

    private static Shop shop;
    private static PortOneSimulator simulator;
    private static Buyer buyer;

    @BeforeAll
    static void start() {
        shop = new Shop();
        simulator =
                PortOneSimulator.start(config().withWebhooks(config().webhooks().withUrl(shop.url())));
        buyer = new Buyer(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
        shop.close();
    }

    private static SimulatorConfig config() {
        return SimulatorConfig.sample()
                .withWebhooks(WebhookSettings.sample())
                .withAccount(MAPO, List.of(MAPO_SECRET))
                .withAccount(BELOW, WebhookSettings.sample().secrets());
    }

    @Test
    void a_payment_is_unknown_to_the_credentials_of_another_account_in_v2() {
        String id = paid("V2", MAPO.storeId());
        assertThat(look(MAPO, id, "").json().getString("storeId")).isEqualTo(MAPO.storeId());
        assertThat(look(MAPO, id, "").json().getString("merchantId")).isEqualTo(MAPO.merchantId());
        assertThat(look(PLATFORM, id, "").json().getString("type")).isEqualTo("PAYMENT_NOT_FOUND");
        assertThat(cancel(PLATFORM, id).status()).isEqualTo(404);
        assertThat(buyer.view(id).getLong("cancelledAmount")).isZero();
        assertThat(cancel(MAPO, id).status()).isEqualTo(200);
    }

    @Test
    void a_store_of_another_account_is_forbidden_in_v2() {
        String id = paid("V2", MAPO.storeId());
        assertThat(look(PLATFORM, id, "?storeId=" + MAPO.storeId()).status()).isEqualTo(403);
        assertThat(look(MAPO, id, "?storeId=" + PLATFORM.storeId()).json().getString("type"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void stores_below_one_representative_share_its_secret_and_are_told_apart_by_store_id() {
        String id = paid("V2", BELOW.storeId());
        assertThat(look(PLATFORM, id, "").status())
                .as("the secret's first store")
                .isEqualTo(404);
        assertThat(look(BELOW, id, "?storeId=" + BELOW.storeId()).status()).isEqualTo(200);
        assertThat(listed(BELOW)).contains(id);
        assertThat(listed(PLATFORM)).doesNotContain(id);
    }

    @Test
    void one_payment_id_may_stand_in_two_accounts() {
        String id = paid("V2", MAPO.storeId());
        assertThat(pay("V2", id, PLATFORM.storeId()).status()).isEqualTo(200);
        String ours = look(PLATFORM, id, "").json().getString("transactionId");
        String theirs = look(MAPO, id, "").json().getString("transactionId");
        assertThat(ours).isNotEqualTo(theirs);
        cancel(MAPO, id);
        assertThat(look(PLATFORM, id, "").json().getString("status")).isEqualTo("PAID");
    }

    @Test
    void a_payment_is_unknown_to_the_token_of_another_account_in_v1() {
        String id = paid("V1", MAPO.v1Code());
        assertThat(find(MAPO, id).status()).isEqualTo(200);
        assertThat(find(PLATFORM, id).status()).isEqualTo(404);
        JsonObject wanted = new JsonObject().put("merchant_uid", id).put("reason", "r");
        assertThat(v1("POST", "cancel", wanted, PLATFORM).json().getInteger("code"))
                .isEqualTo(1);
        assertThat(buyer.view(id).getLong("cancelledAmount")).isZero();
        assertThat(v1("POST", "cancel", wanted, MAPO).json().getInteger("code")).isZero();
    }

    @Test
    void the_tier_names_a_store_below_the_representative_in_v1() {
        String id = paid("V1", BELOW.v1Code());
        assertThat(find(BELOW, id).status()).isEqualTo(200);
        assertThat(find(PLATFORM, id).status()).isEqualTo(404);
    }

    @Test
    void an_amount_announced_by_one_account_binds_no_other() {
        String id = Buyer.newPaymentId();
        JsonObject announced = new JsonObject().put("merchant_uid", id).put("amount", 1);
        v1("POST", "prepare", announced, MAPO);
        assertThat(pay("V1", id, MAPO.v1Code()).status()).isEqualTo(409);
        assertThat(pay("V1", id, PLATFORM.v1Code()).status()).isEqualTo(200);
    }

    @Test
    void a_webhook_is_signed_with_the_secrets_of_its_account_alone() {
        String id = paid("V2", MAPO.storeId());
        Shop.Heard heard = shop.until(all -> all.stream().anyMatch(each -> isPaid(each, id))).stream()
                .filter(each -> isPaid(each, id))
                .findFirst()
                .orElseThrow();
        long at = Long.parseLong(heard.header("webhook-timestamp"));
        assertThat(heard.header("webhook-signature"))
                .isEqualTo(Signature.of(MAPO_SECRET, heard.header("webhook-id"), at, heard.body()));
        assertThat(heard.json().getJsonObject("data").getString("storeId")).isEqualTo(MAPO.storeId());
    }

    @Test
    void a_payment_into_an_unknown_account_is_refused() {
        assertThat(pay("V2", Buyer.newPaymentId(), "store-unknown").status()).isEqualTo(400);
    }

    @Test
    void payments_stay_in_their_accounts_over_a_restart(@TempDir Path folder) {
        SimulatorConfig kept = config().withJournal(folder.resolve("journal"));
        String id = Buyer.newPaymentId();
        try (PortOneSimulator first = PortOneSimulator.start(kept)) {
            new Buyer(first).pay("V2", id, asked -> asked.put("storeId", MAPO.storeId()));
        }
        try (PortOneSimulator second = PortOneSimulator.start(kept)) {
            assertThat(new Buyer(second).view(id).getString("account")).isEqualTo(MAPO.storeId());
        }
    }

    @Test
    void more_accounts_are_configured_by_name() {
        SimulatorConfig config = SimulatorConfig.from(Map.of(
                "SIREN_SIMULATOR_ACCOUNTS", "MAPO",
                "SIREN_SIMULATOR_MAPO_STORE_ID", "store-own",
                "SIREN_SIMULATOR_MAPO_WEBHOOK_SECRETS", MAPO_SECRET));
        assertThat(config.accounts()).extracting(Account::storeId).containsExactly(PLATFORM.storeId(), "store-own");
        assertThat(config.webhooks().ownSecrets()).containsEntry("store-own", List.of(MAPO_SECRET));
    }

    private static boolean isPaid(Shop.Heard heard, String id) {
        return heard.body().contains(id) && heard.type().equals("Transaction.Paid");
    }

    private static String paid(String version, String store) {
        String id = Buyer.newPaymentId();
        assertThat(pay(version, id, store).status()).isEqualTo(200);
        return id;
    }

    private static Buyer.Reply pay(String version, String id, String store) {
        return buyer.pay(version, id, asked -> asked.put("storeId", store));
    }

    private static Buyer.Reply look(Account account, String id, String query) {
        return v2("GET", "/v2/payments/" + id + query, null, account);
    }

    private static Buyer.Reply cancel(Account account, String id) {
        JsonObject wanted = new JsonObject().put("reason", "r").put("storeId", account.storeId());
        return v2("POST", "/v2/payments/" + id + "/cancel", wanted, account);
    }

    private static String listed(Account account) {
        String query = "%7B%22filter%22%3A%7B%22storeId%22%3A%22" + account.storeId() + "%22%7D%2C%22page%22%3A%7B"
                + "%22size%22%3A100%7D%7D";
        return v2("GET", "/v2/payments?requestBody=" + query, null, account).text();
    }

    private static Buyer.Reply v2(String method, String path, JsonObject body, Account account) {
        return buyer.send(method, path, body, "authorization", "PortOne " + account.v2ApiSecret());
    }

    private static Buyer.Reply find(Account account, String id) {
        return v1("GET", "find/" + id, null, account);
    }

    private static Buyer.Reply v1(String method, String path, JsonObject body, Account account) {
        String token = new V1Caller(simulator)
                .token(account.v1Key(), account.v1Secret())
                .json()
                .getJsonObject("response")
                .getString("access_token");
        return account.v1Tier() == null
                ? buyer.send(method, "/v1/payments/" + path, body, "authorization", token)
                : buyer.send(method, "/v1/payments/" + path, body, "authorization", token, "tier", account.v1Tier());
    }
}
