package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a full card of stamps is worth. */
@ConfigMapping(prefix = "siren.loyalty.reward")
public interface Reward {
    /** How many stamps fill a card. */
    long STAMPS = 6;

    /** The menu item that the coupon is good for. */
    @WithDefault("americano")
    MenuItemId menuItem();

    /** How long the coupon holds, by ISO 8601. */
    @WithDefault("P30D")
    Validity validity();
}
