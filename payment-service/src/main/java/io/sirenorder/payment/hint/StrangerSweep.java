package io.sirenorder.payment.hint;

import io.sirenorder.feed.background.Sweep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes up unsigned hints about payments that no checkout expects, a bounded number each second. */
@ApplicationScoped
class StrangerSweep implements Sweep {
    private final HintWorker worker;

    StrangerSweep(HintWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return "the hints of strangers";
    }

    @Override
    public String due() {
        return "EXISTS (SELECT FROM webhooks WHERE status = 'DUE' AND NOT expected)";
    }

    @Override
    public Uni<Void> run() {
        return worker.sweepStrangers();
    }

    @Override
    public void idle() {
        worker.noStrangers();
    }
}
