package io.sirenorder.payment.portone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Access to PortOne. Secrets have no default; each may come from a file instead, which is read again when it changes. */
@ConfigMapping(prefix = "siren.portone")
public interface PortOneConfig {

    /** Accounts that take the money of a store whose own is not configured. */
    enum UnknownCode {
        PLATFORM,
        REFUSE
    }

    /** Which kind of channel real orders are paid through. */
    enum Channel {
        LIVE,
        TEST
    }

    /** The API that new checkouts are paid through. */
    @WithDefault("V2")
    PortOneVersion version();

    /** LIVE refuses payments of test channels; TEST, for development, takes both. */
    @WithDefault("LIVE")
    Channel channel();

    /** Time-out of connecting. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Time-out of an answer; PortOne advises 60 s at least. */
    @WithDefault("60s")
    Duration readTimeout();

    /** Connections per version. */
    @WithDefault("64")
    int connections();

    /** The platform's account in V2. */
    V2 v2();

    /** The platform's account in V1. */
    V1 v1();

    /** Accounts of stores, by the {@code portoneMerchantCode} that stores name. */
    Map<String, OwnAccountConfig> accounts();

    /** Account that takes the payments of a store whose code names no configured one. */
    @WithDefault("PLATFORM")
    UnknownCode unknownCode();

    /** Whether this version has credentials. */
    default boolean knows(PortOneVersion version) {
        return switch (version) {
            case V1 ->
                v1().impKey().isPresent()
                        && (v1().impSecret().isPresent() || v1().impSecretFile().isPresent());
            case V2 ->
                v2().storeId().isPresent()
                        && (v2().apiSecret().isPresent() || v2().apiSecretFile().isPresent());
        };
    }

    /** PortOne V2. */
    interface V2 {
        /** The API's fixed address. */
        @WithDefault("https://api.portone.io")
        URI apiUrl();

        /** The API secret. */
        Optional<String> apiSecret();

        /** A file that holds the API secret. */
        Optional<String> apiSecretFile();

        /** Our store at PortOne: payments of other stores are ignored. */
        Optional<String> storeId();

        /** The channel that the client SDK pays through. */
        Optional<String> channelKey();

        /** Secrets that webhooks may be signed with: two while one replaces the other. */
        Optional<List<String>> webhookSecrets();

        /** A file that holds those secrets, one per line. */
        Optional<String> webhookSecretsFile();

        /** Largest difference between a webhook's time and ours. */
        @WithDefault("300s")
        Duration webhookTolerance();
    }

    /** PortOne V1, formerly iamport. */
    interface V1 {
        /** The API's fixed address. */
        @WithDefault("https://api.iamport.kr")
        URI apiUrl();

        /** The API key. */
        Optional<String> impKey();

        /** The API secret. */
        Optional<String> impSecret();

        /** A file that holds the API secret. */
        Optional<String> impSecretFile();

        /** The merchant code that the client SDK is initialised with. */
        Optional<String> impCode();

        /** The channel that the client SDK pays through. */
        Optional<String> channelKey();
    }
}
