package io.sirenorder.merchant.wallet;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals the statements of past days, ten minutes after Korean midnight; on any replica, once per wallet and day. */
@ApplicationScoped
class StatementSealer {
    private static final int BATCH = 100;

    private final Statements statements;

    StatementSealer(Statements statements) {
        this.statements = statements;
    }

    @Scheduled(every = "${siren.wallets.seal-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        return statements
                .open(BATCH)
                .chain(days -> InOrder.each(days, this::seal))
                .replaceWithVoid();
    }

    private Uni<Void> seal(Statements.OpenDay open) {
        return statements
                .of(open.wallet(), open.day())
                .chain(statement -> statement.isComplete()
                        ? statements.seal(open.wallet(), statement)
                        : Uni.createFrom().voidItem());
    }
}
