package io.sirenorder.payment.hint;

import io.sirenorder.feed.background.Sweep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes up hints about expected payments that found no room, failed, or lost their replica. */
@ApplicationScoped
class ExpectedHintSweep implements Sweep {
    private final HintWorker worker;

    ExpectedHintSweep(HintWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return "the hints about expected payments";
    }

    @Override
    public String due() {
        return "EXISTS (SELECT FROM webhooks WHERE status = 'DUE' AND expected AND next_try_at <= now())";
    }

    @Override
    public Uni<Void> run() {
        return worker.sweepExpected();
    }
}
