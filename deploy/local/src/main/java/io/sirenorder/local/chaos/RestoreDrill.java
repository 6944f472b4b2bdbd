package io.sirenorder.local.chaos;

import io.sirenorder.local.chaos.RestoredDatabase.Resumed;
import io.sirenorder.local.stack.StateDirectory;
import io.sirenorder.local.stack.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rehearsal of a restore: one service's database is put back to an earlier copy while buyers order and pay. */
public final class RestoreDrill {
    private final StateDirectory state;
    private final String name;
    private final Stoppable service;
    private final PrintStream out;

    /** Of the service with that database: {@code store}, {@code payment}, {@code coupon} or {@code merchant}. */
    public RestoreDrill(StateDirectory state, String name, Stoppable service, PrintStream out) {
        this.state = state;
        this.name = name;
        this.service = service;
        this.out = out;
    }

    /**
     * Whether nothing was lost.
     *
     * @param orders finished before the copy, after it, and after the restore, each
     */
    public boolean play(int orders) {
        RestoredDatabase database = new RestoredDatabase(state, name);
        try (DrillLoad load = new DrillLoad(new Victims(state))) {
            load.awaitFinished(orders);
            database.copy();
            out.println("    a copy of the database " + name + " is made under load, after "
                    + load.finished().size() + " orders");
            load.awaitFinished(orders);
            restore(database);
            bringBack(load);
            load.awaitFinished(orders);
            load.stop();
            return new DrillVerdict(state, out).isClean(load, "6");
        }
    }

    private void restore(RestoredDatabase database) {
        Instant begin = Instant.now();
        service.stop();
        long before = database.rows();
        out.println("  1 " + name + "-service is stopped, at " + before + " rows of " + database.table()
                + " and position " + database.head() + " of its feed; its consumers go on running");
        database.putBack();
        long heard = database.heard();
        out.println("  2 its earlier copy is in place, with " + (before - database.rows()) + " rows less, at position "
                + database.head() + "; consumers have heard up to " + heard);
        Resumed resumed = database.resume(heard);
        database.postponeDeadlines();
        out.println("  3 its feed goes on at position " + resumed.position() + "; what waits has ten more minutes");
        database.moveConsumers(resumed);
        service.start();
        out.println("  4 its consumers' cursors are there, " + name + "-service is ready again after"
                + Terminal.seconds(Duration.between(begin, Instant.now())));
    }

    /** Payments come back from payment-service's feed; merchants decide again what they had decided. */
    private void bringBack(DrillLoad load) {
        Instant begin = Instant.now();
        List<String> decided = List.copyOf(load.finished());
        decided.forEach(load::decide);
        out.println("  5 all " + decided.size() + " orders finished before are there and decided again, after"
                + Terminal.seconds(Duration.between(begin, Instant.now())));
    }
}
