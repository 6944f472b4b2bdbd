package io.sirenorder.payment.portone;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access to an account of a store's own, or of several stores. */
public interface OwnAccountConfig {
    /** Whether new checkouts are paid into it; without that it is kept for the payments and refunds that it has. */
    @WithDefault("true")
    boolean takesNew();

    /**
     * The merchant's numbers at the payment gateways whose money counts for it; absent: any. A payment through another
     * gateway is rejected and refunded.
     */
    Optional<Set<String>> pgMerchantIds();

    Optional<V2> v2();

    Optional<V1> v1();

    /** Access through V2. */
    interface V2 {
        /** The account's store at PortOne. */
        String storeId();

        /** The account's API secret; absent for a store below the platform's representative. */
        Optional<String> apiSecret();

        /** A file that holds the API secret. */
        Optional<String> apiSecretFile();

        /** The channel that the client SDK pays through. */
        Optional<String> channelKey();

        /** Secrets that its webhooks may be signed with, and no others. */
        Optional<List<String>> webhookSecrets();

        /** A file that holds those secrets, one per line. */
        Optional<String> webhookSecretsFile();
    }

    /** Access through V1. */
    interface V1 {
        /** The account's API key; absent for a store below the platform's agency, which has a tier. */
        Optional<String> impKey();

        /** The account's API secret. */
        Optional<String> impSecret();

        /** A file that holds the API secret. */
        Optional<String> impSecretFile();

        /** The merchant code that the client SDK is initialised with. */
        String impCode();

        /** The channel that the client SDK pays through. */
        Optional<String> channelKey();

        /** The tier of a store below an agency. */
        Optional<String> tier();
    }
}
