package io.sirenorder.payment.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which payments are taken. */
@ConfigMapping(prefix = "siren.payments")
interface WalkInConfig {
    /** Whether a payment without a checkout can become what its custom data says; otherwise it is refunded. */
    @WithDefault("true")
    boolean withoutCheckout();
}
