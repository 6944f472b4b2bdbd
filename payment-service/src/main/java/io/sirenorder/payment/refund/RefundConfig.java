package io.sirenorder.payment.refund;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The policy of asking PortOne for refunds: waits, and when a person takes over. */
@ConfigMapping(prefix = "siren.refunds")
interface RefundConfig {
    /** Wait after each unclear or refused try; the last one repeats. */
    @WithDefault("30s,1m,5m,15m,30m,1h")
    List<Duration> waits();

    /** After this many refusals a person has to settle it. */
    @WithDefault("6")
    int refusals();

    /** A refund whose cancellation hangs, or whose payment PortOne does not know, goes to a person after this time. */
    @WithDefault("P3D")
    Duration pendingFor();

    /** Refunds asked for at the same time. */
    @WithDefault("16")
    int atOnce();

    /** Lease of a replica on a refund, renewed while it asks: what a dead one has left waits no longer. */
    @WithDefault("20s")
    Duration lease();

    /** Wait after the try of that number, counted from 1. */
    default Duration waitAfter(int tries) {
        return waits().get(Math.min(Math.max(tries - 1, 0), waits().size() - 1));
    }

    /** The next step after PortOne's refusal of that number, counted from 1. */
    default RefundStep afterRefusal(int refusals, int tries) {
        return refusals >= refusals() ? RefundStep.manual() : RefundStep.retryIn(waitAfter(tries));
    }

    /** The next step while PortOne shows the refund neither done nor refused, since that long. */
    default RefundStep whilePending(Duration age, int tries) {
        return age.compareTo(pendingFor()) > 0 ? RefundStep.manual() : RefundStep.retryIn(waitAfter(tries));
    }
}
