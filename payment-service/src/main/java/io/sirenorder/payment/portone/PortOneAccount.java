package io.sirenorder.payment.portone;

import java.util.Optional;
import java.util.Set;

/**
 * An account at PortOne and our access to it.
 *
 * @param code {@link #PLATFORM}, or the merchant code of the stores that are paid into it
 * @param takesNew whether new checkouts are paid into it; without that it is asked about its payments and refunds alone
 * @param pgMerchantIds the merchant's numbers at payment gateways whose money counts for it; empty: any
 */
public record PortOneAccount(
        String code, boolean takesNew, Set<String> pgMerchantIds, Optional<V2> v2, Optional<V1> v1) {
    /** Code of the one account that takes what no account of its own takes. */
    public static final String PLATFORM = "platform";

    /** Access through V2. */
    public record V2(String storeId, Secret apiSecret, String channelKey, Secret webhookSecrets) {}

    /**
     * Access through V1.
     *
     * @param tier the header that names a store below the representative whose key it is, or null
     */
    public record V1(String impKey, Secret impSecret, String impCode, String channelKey, String tier) {}

    boolean isPaidThrough(PortOnePayment seen) {
        return pgMerchantIds.isEmpty() || (seen.pgMerchantId() != null && pgMerchantIds.contains(seen.pgMerchantId()));
    }

    boolean knows(PortOneVersion version) {
        return switch (version) {
            case V1 -> v1.isPresent();
            case V2 -> v2.isPresent();
        };
    }
}
