package io.sirenorder.store.storefront;

import io.sirenorder.feed.background.Sweep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends pauses and busy times that are over. They count as over by the clock alone; this tells the tills. */
@ApplicationScoped
class StoreSweeper implements Sweep {
    private static final int BATCH = 50;

    private final StoreDesk desk;

    StoreSweeper(StoreDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "the ends of pauses";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM stores WHERE least(busy_until, paused_until) <= now()
                        AND (busy_until IS NOT NULL OR paused_until IS NOT NULL))""";
    }

    @Override
    public Uni<Void> run() {
        return desk.endWhatIsOver(BATCH)
                .chain(found -> found < BATCH ? Uni.createFrom().voidItem() : run());
    }
}
