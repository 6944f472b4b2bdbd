package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.problem.InvalidRequest;

/** The rule of how many points pay for a checkout: as many as wanted, but never so many that a card would be charged too little. */
final class PointsTaken {
    private PointsTaken() {}

    /**
     * Points to take, one point being one won.
     *
     * @param least amount in won that a card can be charged; nothing at all may remain to be paid, too
     */
    static Krw of(Krw total, long wanted, long least) {
        if (wanted > total.won()) {
            throw new InvalidRequest("points", "must not be more than the price");
        }
        long rest = total.won() - wanted;
        if (rest == 0 || rest >= least) {
            return Krw.of(wanted);
        }
        if (total.won() < least) {
            throw new AmountBelowMinimum(least);
        }
        return Krw.of(total.won() - least);
    }
}
