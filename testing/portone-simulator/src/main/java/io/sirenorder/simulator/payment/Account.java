package io.sirenorder.simulator.payment;

import java.util.Locale;

/**
 * A merchant's account at PortOne: who may call, and whose payments these are. Stores of one representative share its secret
 * or key: V2 tells them apart by {@link #storeId}, V1 by {@link #v1Tier}.
 *
 * @param v1Tier the {@code Tier} header of a store below the representative in V1; null for the representative itself
 */
public record Account(
        String merchantId,
        String storeId,
        String channelKey,
        String v2ApiSecret,
        String v1Code,
        String v1Key,
        String v1Secret,
        String v1Tier) {

    /** Public values for a simulated outside; nothing real is guarded by them. */
    public static Account sample() {
        return new Account(
                "merchant-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
                "store-ae356798-3d20-4969-b739-14c6b0e1a667",
                "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
                "simulated-v2-api-secret",
                "imp00000001",
                "simulated-v1-key",
                "simulated-v1-secret",
                null);
    }

    /** An account of its own, made from its name. */
    public static Account sample(String name) {
        String suffix = name.toLowerCase(Locale.ROOT);
        return new Account(
                "merchant-" + suffix,
                "store-" + suffix,
                "channel-key-" + suffix,
                "simulated-v2-api-secret-" + suffix,
                "imp-" + suffix,
                "simulated-v1-key-" + suffix,
                "simulated-v1-secret-" + suffix,
                null);
    }

    boolean isNamed(String storeIdOrCode) {
        return storeId.equals(storeIdOrCode) || v1Code.equals(storeIdOrCode);
    }
}
