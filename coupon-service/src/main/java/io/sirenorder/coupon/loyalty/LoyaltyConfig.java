package io.sirenorder.coupon.loyalty;

import io.sirenorder.contracts.coupon.Loyalty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of what orders earn. */
@ConfigMapping(prefix = "siren.loyalty")
interface LoyaltyConfig {
    /** Stamps that one buyer earns at one store on one Korean day; further orders earn points alone. */
    @WithDefault("10")
    int stampsPerStoreAndDay();

    /** Won paid by card, as far as the house's menu backs them, from which an order earns a stamp; the same in store-service. */
    @WithDefault(Loyalty.STAMP_FROM_KRW)
    long stampFromKrw();
}
