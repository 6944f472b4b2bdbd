package io.sirenorder.payment.settlement;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.payment.checkout.Draft;
import io.sirenorder.payment.checkout.Priced;
import java.util.List;
import java.util.Optional;

/**
 * The order or gift of a payment without a checkout.
 *
 * @param buyer null when the buyer is unknown
 * @param objection why it can't be sold to them, if anything is known to speak against it
 */
record WalkIn(Recipient buyer, Priced priced, Optional<String> objection) {

    static WalkIn welcome(Recipient buyer, Priced priced) {
        return new WalkIn(buyer, priced, Optional.empty());
    }

    static WalkIn refused(Recipient buyer, String why) {
        Priced nothing = new Priced(Intent.ORDER, Draft.NOTHING, List.of(), Krw.ZERO, null);
        return new WalkIn(buyer, nothing, Optional.of(why));
    }
}
