package io.sirenorder.payment.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which payments are taken. */
@ConfigMapping(prefix = "siren.payments")
interface SettlementConfig {

    /** Treatment of a payment whose payer is not the buyer. */
    enum ForeignPayer {
        NOTE,
        REFUSE
    }

    /** Whether a payment without a checkout can become what its custom data says; otherwise it is refunded. */
    @WithDefault("true")
    boolean withoutCheckout();

    /** Whether a payment of V2 that shows another customer than the buyer is taken and marked, or refunded. */
    @WithDefault("NOTE")
    ForeignPayer foreignPayer();
}
