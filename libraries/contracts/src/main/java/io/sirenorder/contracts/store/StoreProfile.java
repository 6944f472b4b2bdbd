package io.sirenorder.contracts.store;

import java.util.Map;

/**
 * A store as its merchant describes it.
 *
 * @param openingHours by day {@code MON} to {@code SUN}; an absent day is closed, an absent map is always open
 * @param portoneMerchantCode the store's own account at PortOne, where it has one
 */
public record StoreProfile(
        String name,
        String address,
        Location location,
        String phone,
        String description,
        String thumbnailUrl,
        Map<Weekday, DailyHours> openingHours,
        String portoneMerchantCode) {
    /** The longest name that a merchant may give it, when they register and ever after. */
    public static final int LONGEST_NAME = 60;

    /** A phone number, at registration and ever after: digits, spaces, hyphens and brackets, {@code +} in front. */
    public static final String PHONE = "\\+?[0-9() -]{7,30}";
}
