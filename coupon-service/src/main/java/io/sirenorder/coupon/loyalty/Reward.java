package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The reward for a full card of stamps. */
@ConfigMapping(prefix = "siren.loyalty.reward")
public interface Reward {
    /** The number of stamps that fill a card. */
    long STAMPS = 6;

    /** The menu item that the coupon is good for. */
    @WithDefault("americano")
    MenuItemId menuItem();

    /** The validity of the coupon, by ISO 8601. */
    @WithDefault("P30D")
    Validity validity();
}
