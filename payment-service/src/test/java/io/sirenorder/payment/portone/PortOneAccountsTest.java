package io.sirenorder.payment.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which account a store is paid into, and which configurations are refused. */
class PortOneAccountsTest {
    private static final Map<String, String> PLATFORM = Map.of(
            "v2.api-secret", "platform-api-secret-1",
            "v2.store-id", "store-platform",
            "v2.webhook-secrets", PortOneFixtures.SECRET);
    private static final String MAPO = "accounts.\"mapo\".";

    @Test
    void a_store_without_a_code_is_paid_into_the_platforms_account() {
        assertThat(accounts(Map.of()).ofStore(null).code()).isEqualTo("platform");
    }

    @Test
    void a_store_whose_code_names_an_account_is_paid_into_that_one() {
        assertThat(accounts(mapo()).ofStore("mapo").code()).isEqualTo("mapo");
    }

    @Test
    void an_unknown_code_is_the_platforms_unless_it_is_to_be_refused() {
        assertThat(accounts(mapo()).ofStore("other").code()).isEqualTo("platform");
        PortOneAccounts strict = accounts(with(mapo(), "unknown-code", "REFUSE"));
        assertThatThrownBy(() -> strict.ofStore("other")).isInstanceOf(PaymentNotOffered.class);
        assertThat(strict.ofStore(null).code()).isEqualTo("platform");
    }

    @Test
    void an_account_that_takes_nothing_new_is_never_replaced_by_the_platforms() {
        PortOneAccounts closed = accounts(with(mapo(), MAPO + "takes-new", "false"));
        assertThatThrownBy(() -> closed.ofStore("mapo")).isInstanceOf(PaymentNotOffered.class);
        assertThat(closed.find("mapo")).as("for its refunds").isPresent();
    }

    @Test
    void a_store_below_the_platforms_representative_needs_no_secret_of_its_own() {
        PortOneAccount below = accounts(mapo()).find("mapo").orElseThrow();
        assertThat(below.v2().orElseThrow().apiSecret().one()).isEqualTo("platform-api-secret-1");
    }

    @Test
    void what_would_mix_accounts_up_does_not_start() {
        assertThatCode(() -> new Credentials(config(mapo()))).doesNotThrowAnyException();
        assertRefused(with(mapo(), MAPO + "v2.store-id", "store-platform"));
        assertRefused(Map.of(MAPO + "v2.store-id", "store-mapo"));
        assertRefused(with(mapo(), MAPO + "v2.api-secret", "short"));
        assertRefused(with(mapo(), MAPO + "v1.imp-code", "imp1"));
        assertRefused(Map.of(MAPO + "takes-new", "true"));
        assertRefused(Map.of(
                "accounts.\"platform\".v2.store-id",
                "s",
                "accounts.\"platform\".v2.webhook-secrets",
                "whsec_" + "abcdefgh1234"));
    }

    @Test
    void an_account_may_be_configured_by_environment_variables() {
        Map<String, String> environment = Map.of(
                "SIREN_PORTONE_ACCOUNTS__IMP12345678__V2_STORE_ID", "store-mapo",
                "SIREN_PORTONE_ACCOUNTS__IMP12345678__V2_API_SECRET", "api-secret-of-mapo",
                "SIREN_PORTONE_ACCOUNTS__IMP12345678__V2_WEBHOOK_SECRETS", PortOneFixtures.SECOND_SECRET,
                "SIREN_PORTONE_ACCOUNTS__IMP12345678__TAKES_NEW", "false");
        PortOneConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PortOneConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(PortOneConfig.class);
        PortOneAccount account = new PortOneAccounts(config).find("imp12345678").orElseThrow();
        assertThat(account.v2().orElseThrow().storeId()).isEqualTo("store-mapo");
        assertThat(account.v2().orElseThrow().apiSecret().one()).isEqualTo("api-secret-of-mapo");
        assertThat(account.takesNew()).isFalse();
    }

    private static void assertRefused(Map<String, String> settings) {
        assertThatThrownBy(() -> new Credentials(config(settings)))
                .as(settings.toString())
                .isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> mapo() {
        return Map.of(MAPO + "v2.store-id", "store-mapo", MAPO + "v2.webhook-secrets", PortOneFixtures.SECOND_SECRET);
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(key, value);
        return changed;
    }

    private static PortOneConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(PLATFORM);
        all.putAll(settings);
        return PortOneFixtures.config(all);
    }

    private static PortOneAccounts accounts(Map<String, String> settings) {
        return new PortOneAccounts(config(settings));
    }
}
