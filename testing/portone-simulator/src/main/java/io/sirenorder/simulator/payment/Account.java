package io.sirenorder.simulator.payment;

/** The merchant's account at PortOne: who may call, and whose payments these are. */
public record Account(
        String merchantId,
        String storeId,
        String channelKey,
        String v2ApiSecret,
        String v1Code,
        String v1Key,
        String v1Secret) {

    /** Public values for a simulated outside; nothing real is guarded by them. */
    public static Account sample() {
        return new Account(
                "merchant-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
                "store-ae356798-3d20-4969-b739-14c6b0e1a667",
                "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
                "simulated-v2-api-secret",
                "imp00000001",
                "simulated-v1-key",
                "simulated-v1-secret");
    }
}
