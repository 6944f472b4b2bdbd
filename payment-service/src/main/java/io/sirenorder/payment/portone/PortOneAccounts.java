package io.sirenorder.payment.portone;

import io.sirenorder.payment.portone.PortOneConfig.UnknownCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configured accounts at PortOne: the platform's, and those of stores. */
@ApplicationScoped
public class PortOneAccounts {
    private final PortOneConfig config;
    private final Map<String, PortOneAccount> accounts = new LinkedHashMap<>();

    public PortOneAccounts(PortOneConfig config) {
        this.config = config;
        PortOneAccount platform = platform(config);
        accounts.put(platform.code(), platform);
        config.accounts().forEach((code, own) -> accounts.putIfAbsent(code, own(code, own, platform)));
    }

    public Collection<PortOneAccount> all() {
        return accounts.values();
    }

    public Optional<PortOneAccount> find(String code) {
        return Optional.ofNullable(accounts.get(code));
    }

    /** The account that a store with this code, or null, is paid into; fails with {@link PaymentNotOffered}. */
    public PortOneAccount ofStore(String merchantCode) {
        if (merchantCode == null) {
            return accounts.get(PortOneAccount.PLATFORM);
        }
        PortOneAccount account = accounts.get(merchantCode);
        if (account == null && config.unknownCode() == UnknownCode.PLATFORM) {
            return accounts.get(PortOneAccount.PLATFORM);
        }
        if (account == null || !account.takesNew()) {
            throw new PaymentNotOffered();
        }
        return account;
    }

    private static PortOneAccount platform(PortOneConfig config) {
        PortOneConfig.V2 v2 = config.v2();
        PortOneConfig.V1 v1 = config.v1();
        Secret webhookSecrets = new Secret(v2.webhookSecrets().orElse(List.of()), v2.webhookSecretsFile());
        return new PortOneAccount(
                PortOneAccount.PLATFORM,
                true,
                Set.of(),
                config.knows(PortOneVersion.V2)
                        ? Optional.of(new PortOneAccount.V2(
                                v2.storeId().orElseThrow(),
                                Secret.of(v2.apiSecret(), v2.apiSecretFile()),
                                v2.channelKey().orElse(null),
                                webhookSecrets))
                        : Optional.empty(),
                config.knows(PortOneVersion.V1)
                        ? Optional.of(new PortOneAccount.V1(
                                v1.impKey().orElseThrow(),
                                Secret.of(v1.impSecret(), v1.impSecretFile()),
                                v1.impCode().orElse(null),
                                v1.channelKey().orElse(null),
                                null))
                        : Optional.empty());
    }

    private static PortOneAccount own(String code, OwnAccountConfig own, PortOneAccount platform) {
        return new PortOneAccount(
                code,
                own.takesNew(),
                own.pgMerchantIds().orElse(Set.of()),
                own.v2().map(v2 -> own(v2, platform)),
                own.v1().map(v1 -> own(v1, platform)));
    }

    /** A store below the platform's representative has no API secret of its own. */
    private static PortOneAccount.V2 own(OwnAccountConfig.V2 v2, PortOneAccount platform) {
        boolean hasOwn = v2.apiSecret().isPresent() || v2.apiSecretFile().isPresent();
        Secret apiSecret = hasOwn
                ? Secret.of(v2.apiSecret(), v2.apiSecretFile())
                : platform.v2().orElseThrow().apiSecret();
        return new PortOneAccount.V2(
                v2.storeId(),
                apiSecret,
                v2.channelKey().orElse(null),
                new Secret(v2.webhookSecrets().orElse(List.of()), v2.webhookSecretsFile()));
    }

    /** A store below the platform's agency is reached with the platform's key and a tier. */
    private static PortOneAccount.V1 own(OwnAccountConfig.V1 v1, PortOneAccount platform) {
        String channelKey = v1.channelKey().orElse(null);
        if (v1.impKey().isPresent()) {
            Secret secret = Secret.of(v1.impSecret(), v1.impSecretFile());
            return new PortOneAccount.V1(
                    v1.impKey().get(),
                    secret,
                    v1.impCode(),
                    channelKey,
                    v1.tier().orElse(null));
        }
        PortOneAccount.V1 agency = platform.v1().orElseThrow();
        return new PortOneAccount.V1(
                agency.impKey(),
                agency.impSecret(),
                v1.impCode(),
                channelKey,
                v1.tier().orElse(null));
    }
}
