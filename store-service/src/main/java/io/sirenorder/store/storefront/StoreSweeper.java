package io.sirenorder.store.storefront;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends pauses and busy times that are over. They count as over by the clock alone; this tells the tills. */
@ApplicationScoped
class StoreSweeper {
    private static final int BATCH = 50;

    private final StoreDesk desk;

    StoreSweeper(StoreDesk desk) {
        this.desk = desk;
    }

    @Scheduled(every = "2S", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return desk.endWhatIsOver(BATCH)
                .chain(found -> found < BATCH ? Uni.createFrom().voidItem() : sweep());
    }
}
